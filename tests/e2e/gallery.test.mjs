// SPDX-License-Identifier: Apache-2.0
// Every page and mail in every state and language: accessible in light and dark, fits a small phone and 200 % zoom.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, watchRequests } from './browser.mjs';

const program = process.env.MC_PAGES_GALLERY;
const folder = mkdtempSync(join(tmpdir(), 'mc-gallery-'));
let files = [];

before(() => {
  execFileSync(program, [folder]);
  files = readdirSync(folder).filter(name => name.endsWith('.html'));
  assert.ok(files.length >= 50);
});
after(() => rmSync(folder, { recursive: true, force: true }));

for (const look of [
  { name: 'light phone', viewport: { width: 320, height: 640 }, colorScheme: 'light' },
  { name: 'dark phone', viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  { name: 'desktop at 200 %', viewport: { width: 640, height: 400 }, deviceScaleFactor: 2, colorScheme: 'light' },
  { name: 'forced colours', viewport: { width: 640, height: 400 }, forcedColors: 'active' },
]) {
  test(`every page is accessible and fits: ${look.name}`, async () => {
    const { name, ...options } = look;
    const browser = await openBrowser(options);
    const foreign = watchRequests(browser.context, 'file://');
    try {
      for (const file of files) {
        await browser.page.goto(pathToFileURL(join(folder, file)).href);
        const menu = browser.page.locator('details.menu:visible > summary');
        if (await menu.count() > 0)
          await menu.click();
        await assertNoSidewaysScroll(browser.page, `${file} (${name})`);
        await assertAccessible(browser.page, `${file} (${name})`);
      }
      assert.deepEqual(foreign, []);
    } finally {
      await browser.close();
    }
  });
}
