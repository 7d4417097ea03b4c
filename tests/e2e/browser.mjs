// SPDX-License-Identifier: Apache-2.0
// A browser with a profile of its own, and what every test here checks on a page.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axeSource = await readFile(require.resolve('axe-core/axe.min.js'), 'utf8');

export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Opens a context; close() ends the browser and removes the profile. */
export async function openBrowser(options = {}) {
  const profile = await mkdtemp(join(tmpdir(), 'mc-e2e-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath,
    headless: true,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
    timezoneId: 'UTC',
    locale: 'en-GB',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  context.setDefaultTimeout(15_000);
  return {
    context,
    page: context.pages()[0] ?? await context.newPage(),
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** axe-core with all its rules; the page must have none of its violations. */
export async function assertAccessible(page, name) {
  for (const frame of page.frames()) {
    if (frame.url() === 'about:blank')
      continue;
    await frame.evaluate(axeSource);
    const violations = await frame.evaluate(async () => {
      const result = await globalThis.axe.run(document, { iframes: false });
      return result.violations.map(v => `${v.id}: ${v.help} (${v.nodes.map(n => n.target.join(' ')).join(', ')})`);
    });
    assert.deepEqual(violations, [], `axe on ${name}`);
  }
}

/** Nothing has to be scrolled sideways. */
export async function assertNoSidewaysScroll(page, name) {
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(widths[0] <= widths[1], `${name} is ${widths[0]} px wide on ${widths[1]} px`);
}

/** Remembers every request that does not go to the store. */
export function watchRequests(context, origin) {
  const foreign = [];
  context.on('request', request => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('about:') && !url.startsWith('data:'))
      foreign.push(url);
  });
  return foreign;
}
