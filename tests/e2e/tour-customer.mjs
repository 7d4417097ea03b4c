// SPDX-License-Identifier: Apache-2.0
// Flow 3 for the tour: e-mail → View order details → … → Cancel order → Cancellation requested → outcome.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { openBrowser } from './browser.mjs';
import { openCancellable, openForm, openMenu, openOrder, sendForm, words } from './customer.mjs';

/**
 * Walks the flow in a real browser without JavaScript and writes one PNG a step.
 * @param {string} mailbox address of the demo's mailbox
 * @param {string} folder where the pictures go
 * @returns {Promise<{order: string, steps: {file: string, title: string}[]}>}
 */
export async function tourCustomer(mailbox, folder, { comments = 'I chose the natural oak, but I need the dark one.' } = {}) {
  await mkdir(folder, { recursive: true });
  const browser = await openBrowser({ viewport: { width: 420, height: 900 }, javaScriptEnabled: false });
  const { page } = browser;
  const steps = [];
  const shoot = async title => {
    const file = `customer-${String(steps.length + 1).padStart(2, '0')}.png`;
    await page.screenshot({ path: join(folder, file) });
    steps.push({ file, title });
  };
  try {
    const mail = await openCancellable(page, mailbox);
    await page.goto(mail);
    await page.frameLocator('iframe').getByRole('link', { name: words.en.view, exact: true }).waitFor();
    await shoot('The order confirmation has the button “View order details”');
    await openOrder(page, mail);
    const order = await page.locator('h1').innerText();
    await shoot('The order page');
    await openMenu(page);
    await shoot('“…” offers “Cancel order”');
    await openMenu(page);
    await openForm(page);
    await page.locator('#reason').selectOption('ordered_by_mistake');
    await page.locator('#comments').fill(comments);
    await shoot('A reason and comments');
    await sendForm(page, { comments });
    const text = await page.locator('main').innerText();
    assert.ok(text.includes('Ordered by mistake') && text.includes(comments), 'reason and comments are shown');
    await shoot('“Cancellation requested” with the reason and the comments');
    // The page was not left: the store adds the outcome to it.
    await page.getByText(words.en.done, { exact: true }).waitFor({ timeout: 60_000 });
    await shoot('“Your order is cancelled”, without a reload');
    return { order, steps };
  } finally {
    await browser.close();
  }
}

if (import.meta.url === `file://${process.argv[1]}`)
  console.log(JSON.stringify(await tourCustomer(process.argv[2], process.argv[3]), null, 2));
