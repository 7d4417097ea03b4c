// SPDX-License-Identifier: Apache-2.0
// The steps of a customer, shared by the tests and the tour. Pages are found by the words a person reads.

export const words = {
  en: { subject: /^Thank you for your order/, view: 'View order details', actions: 'Actions for this order', cancel: 'Cancel order',
    reason: 'Reason', requested: 'Cancellation requested', done: 'Your order is cancelled' },
  de: { subject: /^Danke für Ihre Bestellung/, view: 'Bestellung ansehen', actions: 'Aktionen für diese Bestellung',
    cancel: 'Bestellung stornieren', reason: 'Grund', requested: 'Stornierung angefragt', done: 'Ihre Bestellung ist storniert' },
  ar: { subject: /^شكرًا على طلبك/, view: 'عرض تفاصيل الطلب', actions: 'إجراءات هذا الطلب', cancel: 'إلغاء الطلب',
    reason: 'السبب', requested: 'طُلب الإلغاء', done: 'أُلغي طلبك' },
};

/** Addresses of the order confirmations in the mailbox, newest first. */
export async function confirmations(page, mailbox, language = 'en') {
  await page.goto(mailbox);
  return page.getByRole('link', { name: words[language].subject }).evaluateAll(links => links.map(link => link.href));
}

/** Opens a mail and presses its button; ends on the order page. */
export async function openOrder(page, mail, language = 'en') {
  await page.goto(mail);
  await page.frameLocator('iframe').getByRole('link', { name: words[language].view, exact: true }).click();
  await page.waitForURL('**/order', { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
}

/** Opens mails until one leads to an order that can be cancelled. */
export async function openCancellable(page, mailbox, language = 'en') {
  for (const mail of await confirmations(page, mailbox, language)) {
    await openOrder(page, mail, language);
    if (await page.locator('a[href="/order/cancel"]').count() > 0)
      return mail;
  }
  throw new Error('no order in the mailbox can be cancelled');
}

export async function openMenu(page, language = 'en') {
  await page.locator(`summary[aria-label="${words[language].actions}"]`).click();
}

export async function openForm(page, language = 'en') {
  await openMenu(page, language);
  await page.getByRole('link', { name: words[language].cancel, exact: true }).click();
  await page.waitForURL('**/order/cancel');
}

/** Fills the form in and sends it; ends on the order page, which stays open until the outcome. */
export async function sendForm(page, { reason = 'ordered_by_mistake', comments = '' } = {}, language = 'en') {
  await page.locator('#reason').selectOption(reason);
  await page.locator('#comments').fill(comments);
  await page.getByRole('button', { name: words[language].cancel, exact: true }).click({ noWaitAfter: true });
  await page.waitForURL('**/order', { waitUntil: 'commit' });
  await page.getByText(words[language].requested, { exact: true }).first().waitFor();
}
