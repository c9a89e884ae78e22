// Gives a file to the official readers: node read.mjs cucumber FILE PAGE, or node read.mjs ctrf FILE.
import { createWriteStream, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

import { CucumberHtmlStream } from '@cucumber/html-formatter'
import { parseEnvelope } from '@cucumber/messages'
import { Query } from '@cucumber/query'
import { validateStrict } from 'ctrf'

const [format, file, page] = process.argv.slice(2)
const text = readFileSync(file, 'utf8')

async function readCucumber() {
  const envelopes = text.trimEnd().split('\n').map(parseEnvelope)
  const query = new Query()
  envelopes.forEach((envelope) => query.update(envelope))
  await pipeline(Readable.from(envelopes), new CucumberHtmlStream(), createWriteStream(page))
  return query.countMostSevereTestStepResultStatus()
}

function readCtrf() {
  const report = JSON.parse(text)
  validateStrict(report)
  return report.results.summary
}

const answer = format === 'cucumber' ? await readCucumber() : readCtrf()
process.stdout.write(JSON.stringify(answer))
