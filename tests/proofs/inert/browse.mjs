// SPDX-License-Identifier: Apache-2.0
// browse.mjs FOLDER LIST.json: opens pages in a real browser and prints for each its structure, the requests that it made
// and its title, one line of JSON a page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from '../../e2e/browser.mjs';

const [folder, list] = process.argv.slice(2);
const browser = await openBrowser();
try {
  const { context, page } = browser;
  let requests = [];
  let dialogs = 0;
  context.on('request', request => requests.push(request.url()));
  page.on('dialog', async dialog => { dialogs += 1; await dialog.dismiss(); });
  for (const name of JSON.parse(await readFile(list, 'utf8'))) {
    requests = [];
    dialogs = 0;
    const url = pathToFileURL(join(folder, name)).href;
    await page.goto(url, { waitUntil: 'load' });
    // Every element with the names of its attributes, in order; texts and values may differ, structure may not.
    const seen = await page.evaluate(() => ({
      structure: Array.from(document.querySelectorAll('*'), one => `${one.localName}(${one.getAttributeNames().sort().join(' ')})`).join(' '),
      addresses: Array.from(document.querySelectorAll('[href],[src],[action]'),
        one => ['href', 'src', 'action'].map(key => one.getAttribute(key)).filter(value => value !== null)).flat(),
      title: document.title,
      here: location.href,
    }));
    console.log(JSON.stringify({ name, ...seen, left: seen.here !== url, dialogs, requests: requests.filter(one => one !== url) }));
  }
} finally {
  await browser.close();
}
