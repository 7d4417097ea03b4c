// SPDX-License-Identifier: Apache-2.0
// A customer in a real browser, without JavaScript, against a real merchant-store.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, assertNoSidewaysScroll, openBrowser, watchRequests } from './browser.mjs';
import { openCancellable, openForm, openMenu, sendForm, words } from './customer.mjs';
import { startStore } from './store.mjs';

let store;
let mailbox;
before(async () => {
  store = await startStore(process.env.MC_MERCHANT_STORE);
  mailbox = `${store.url}/demo/mailbox`;
});
after(async () => assert.equal(await store.stop(), 0));

async function withBrowser(options, walk) {
  const browser = await openBrowser({ javaScriptEnabled: false, ...options });
  const foreign = watchRequests(browser.context, store.url);
  try {
    await walk(browser.page, browser.context);
    assert.deepEqual(foreign, [], 'requests to others');
  } finally {
    await browser.close();
  }
}

test('from the mail to the outcome, without a reload', () => withBrowser({}, async page => {
  await openCancellable(page, mailbox);
  assert.ok(!page.url().includes('/o/'), 'the token leaves the address bar');
  await openForm(page);
  await sendForm(page, { comments: 'My <b>own</b> words' });
  const text = await page.locator('main').innerText();
  assert.ok(text.includes('Ordered by mistake'));
  assert.ok(text.includes('My <b>own</b> words'));
  assert.equal(await page.locator('.pending a[href="/order/cancel"]').count(), 0);
  await page.getByText(words.en.done, { exact: true }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('.pending').isVisible(), false);
  assert.equal(await page.locator('.outcome .badge.warning').count(), 0);
}));

test('a form without a reason comes back with its text', () => withBrowser({}, async page => {
  await openCancellable(page, mailbox);
  await openForm(page);
  await page.locator('#comments').fill('line one\nline "two"');
  await page.getByRole('button', { name: 'Cancel order' }).click();
  await page.getByText('Choose a reason.', { exact: true }).waitFor();
  assert.equal(await page.locator('#comments').inputValue(), 'line one\nline "two"');
  assert.equal(await page.locator('#reason').getAttribute('aria-invalid'), 'true');
  await assertNoSidewaysScroll(page, 'form with an error');
}));

test('double click, back and reload make one cancellation', () => withBrowser({}, async page => {
  await openCancellable(page, mailbox);
  await openForm(page);
  const form = await page.locator('form input[type=hidden]').evaluateAll(
    inputs => Object.fromEntries(inputs.map(input => [input.name, input.value])));
  await page.locator('#reason').selectOption('other');
  await page.getByRole('button', { name: 'Cancel order' }).dblclick({ noWaitAfter: true });
  await page.waitForURL('**/order', { waitUntil: 'commit' });
  await page.getByText(words.en.requested, { exact: true }).first().waitFor();
  const again = await page.context().request.post(`${store.url}/order/cancel`,
    { form: { ...form, reason: 'other', comments: '' }, maxRedirects: 0 });
  assert.equal(again.status(), 303);
  await page.getByText(words.en.done, { exact: true }).waitFor({ timeout: 60_000 });
  await page.reload();
  assert.equal(await page.locator('h2', { hasText: /^Cancellation$/ }).count(), 1);
  await page.goto(`${store.url}/order/cancel`);
  assert.equal(new URL(page.url()).pathname, '/order', 'the form is gone');
}));

test('a form from elsewhere changes nothing', () => withBrowser({}, async page => {
  await openCancellable(page, mailbox);
  const answer = await page.context().request.post(`${store.url}/order/cancel`,
    { form: { operation: '0192f0c1-7a3b-7c4d-8e5f-0123456789ab', csrf: 'wrong', reason: 'other' } });
  assert.equal(answer.status(), 403);
  await page.reload();
  assert.equal(await page.locator('a[href="/order/cancel"]').count(), 1);
}));

test('by keyboard alone', () => withBrowser({}, async page => {
  await openCancellable(page, mailbox);
  const tabTo = async selector => {
    for (let step = 0; step < 15; ++step) {
      await page.keyboard.press('Tab');
      if (await page.locator(`${selector}:focus`).count() > 0)
        return;
    }
    assert.fail(`Tab does not reach ${selector}`);
  };
  await tabTo('details.menu > summary');
  await page.keyboard.press('Enter');
  await tabTo('a[href="/order/cancel"]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/order/cancel');
  await tabTo('#reason');
  await page.keyboard.type('Other');
  await tabTo('button[type=submit]');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/order', { waitUntil: 'commit' });
  await page.getByText(words.en.requested, { exact: true }).first().waitFor();
}));

test('unknown, broken and missing links look the same and GET changes nothing', () => withBrowser({}, async (page, context) => {
  const bodies = new Set();
  for (const path of ['/o/unknown', `/o/${'A'.repeat(43)}`, '/o/%F0%9F%98%80']) {
    const answer = await context.request.get(store.url + path, { maxRedirects: 0 });
    assert.equal(answer.status(), 404);
    assert.equal(answer.headers()['cache-control'], 'no-store');
    assert.equal(answer.headers()['set-cookie'], undefined);
    bodies.add(await answer.text());
  }
  assert.equal(bodies.size, 1);
}));

for (const language of ['de', 'ar'])
  test(`in ${language}`, () => withBrowser({ viewport: { width: 320, height: 640 } }, async page => {
    await openCancellable(page, mailbox, language);
    assert.equal(await page.locator('html').getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
    await openMenu(page, language);
    await assertNoSidewaysScroll(page, `order in ${language}`);
    await openMenu(page, language);
    await openForm(page, language);
    await assertNoSidewaysScroll(page, `form in ${language}`);
    await sendForm(page, { reason: 'other' }, language);
  }));

test('the mailbox and its mails are accessible', () => withBrowser({ javaScriptEnabled: true }, async page => {
  await page.goto(mailbox);
  await assertAccessible(page, 'mailbox');
  await assertNoSidewaysScroll(page, 'mailbox');
  await page.locator('.mails a').first().click();
  await page.locator('iframe').waitFor();
  await assertNoSidewaysScroll(page, 'mail');
}));
