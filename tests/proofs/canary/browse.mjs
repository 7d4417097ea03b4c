// SPDX-License-Identifier: Apache-2.0
// browse.mjs LINK ELSEWHERE COMMENTS: a customer opens the link of a mail, cancels, and goes on to another site.
// Prints what a proof wants to know as one line of JSON: every address that was shown or asked for, every Referer, and
// whether the link's token is still in a page.
import { openBrowser } from '../../e2e/browser.mjs';
import { openForm, sendForm } from '../../e2e/customer.mjs';

const [link, elsewhere, comments] = process.argv.slice(2);
const token = link.slice(link.lastIndexOf('/') + 1);
const seen = { shown: [], asked: [], referers: [], pagesWithToken: [], stored: '' };
const browser = await openBrowser();
try {
  const { context, page } = browser;
  page.setDefaultTimeout(60_000); // other proofs run beside this one
  context.on('request', async request => {
    seen.asked.push(request.url());
    const headers = await request.allHeaders().catch(() => ({}));
    if (headers.referer)
      seen.referers.push(headers.referer);
  });
  const look = async name => {
    seen.shown.push(page.url());
    if ((await page.content()).includes(token))
      seen.pagesWithToken.push(name);
  };
  await page.goto(link);
  await page.waitForURL('**/order', { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  await look('order');
  await openForm(page);
  await look('form');
  await sendForm(page, { comments });
  await look('requested');
  seen.stored = await page.evaluate(() => JSON.stringify([location.href, document.cookie, document.referrer, history.state]));
  // The way out that a page's own policy would allow: a link that is followed.
  await page.evaluate(url => { location.href = url; }, elsewhere).catch(() => {});
  await page.waitForURL(`${elsewhere}**`, { waitUntil: 'commit' });
  seen.shown.push(page.url());
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
