// SPDX-License-Identifier: Apache-2.0
// A real merchant-store on a free port, its command line, its API and its customer's page.
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run, start, until } from './processes.mjs';

export class Store {
    static async open(binary, folder, options = []) {
        const store = new Store();
        Object.assign(store, { binary, folder, data: path.join(folder, 'store') });
        fs.mkdirSync(store.data, { recursive: true });
        await store.serve(options);
        store.command('staff', 'add', '--role', 'owner', '--name', 'Kim Larsen', '--password-file', store.secretFile('staff-password'), 'kim@shop.example');
        await store.signIn();
        return store;
    }
    secretFile(name, secret = 'a long live-test password') {
        const file = path.join(this.folder, name);
        fs.writeFileSync(file, secret, { mode: 0o600 });
        return file;
    }
    async serve(options) {
        this.server = start('merchant-store', this.binary, ['serve', '--listen', '127.0.0.1:0', '--data', this.data, ...options],
            { logFile: path.join(this.folder, 'store.log') });
        await until('merchant-store is ready', () => {
            if (!this.server.isRunning) throw new Error('merchant-store ended; see store.log');
            return this.server.output.includes('"ready"');
        }, 30);
        this.url = JSON.parse(this.server.output.split('\n').find(line => line.includes('"ready"'))).url;
    }
    /// Runs `merchant-store …` on the same data; throws when it fails.
    command(...words) {
        return run(this.binary, [...words, '--data', this.data], { stdio: ['ignore', 'pipe', 'pipe'] }).trim();
    }
    async signIn() {
        const session = await this.call('POST', '/v1/sessions', { email: 'kim@shop.example', password: 'a long live-test password' });
        this.token = session.token;
    }
    async call(method, target, body) {
        const headers = { accept: 'application/json' };
        if (this.token) headers.authorization = `Bearer ${this.token}`;
        if (body) Object.assign(headers, { 'content-type': 'application/json', 'idempotency-key': randomUUID() });
        const answer = await fetch(this.url + target, { method, headers, body: body && JSON.stringify(body) });
        const text = await answer.text();
        if (!answer.ok) throw Object.assign(new Error(`${method} ${target}: ${answer.status} ${text}`), { status: answer.status });
        return text ? JSON.parse(text) : undefined;
    }
    /// All orders by the number that Vendure calls "code".
    async orders() {
        const headers = { authorization: `Bearer ${this.token}`, accept: 'application/x-ndjson' };
        const answer = await fetch(`${this.url}/v1/orders`, { headers });
        const rows = (await answer.text()).split('\n').filter(Boolean).map(line => JSON.parse(line)).filter(row => row.number);
        return new Map(rows.map(row => [row.number, row]));
    }
    async order(number) { return (await this.orders()).get(number); }
    async cancel(number, request) {
        const { id } = await this.order(number);
        return this.call('POST', `/v1/orders/${id}/cancellations`, request);
    }

    /// What a customer does with the link of the mail and no JavaScript.
    async cancelAsCustomer(number, { reason, comments }) {
        const link = this.command('order', 'link', number).split('\n').at(-1);
        const target = new URL(link);
        let answer = await fetch(this.url + target.pathname, { redirect: 'manual' });
        if (answer.status !== 303) throw new Error(`the link answered ${answer.status}`);
        const cookie = answer.headers.getSetCookie().map(each => each.split(';')[0]).join('; ');
        const page = await (await fetch(`${this.url}/order`, { headers: { cookie } })).text();
        if (!page.includes('/order/cancel')) throw new Error('the page offers no cancelling');
        const form = await (await fetch(`${this.url}/order/cancel`, { headers: { cookie } })).text();
        const field = name => new RegExp(`name="${name}" value="([^"]+)"`).exec(form)?.[1] ?? '';
        const body = new URLSearchParams({ operation: field('operation'), csrf: field('csrf'), reason, comments });
        answer = await fetch(`${this.url}/order/cancel`, { method: 'POST', redirect: 'manual', body,
            headers: { cookie, origin: this.url, 'content-type': 'application/x-www-form-urlencoded' } });
        if (answer.status !== 303) throw new Error(`the form answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
        return (await fetch(`${this.url}/order`, { headers: { cookie } })).text();
    }
}
