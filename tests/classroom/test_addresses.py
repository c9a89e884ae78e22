import pytest

from simulator.classroom.addresses import NoPrivateAddressError, private_address


@pytest.mark.parametrize("address", ["127.0.0.1", "192.168.1.20", "10.0.0.3", "fd00::1"])
def test_a_private_address_is_listened_at(address: str) -> None:
    assert private_address(address) == address


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "8.8.8.8", "2001:4860::1", "salle", ""])  # noqa: S104 - refused
def test_any_other_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(NoPrivateAddressError, match=r"adresse.*\.$"):
        private_address(address)
