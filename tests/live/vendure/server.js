// SPDX-License-Identifier: Apache-2.0
// Boots a Vendure for the live test and the benchmark; everything comes from the environment, which lib/vendure.mjs
// sets. Prints "ready" once it serves. With LIVE_FRESH=1 it makes the schema and a small catalogue first.
const fs = require('node:fs');
const path = require('node:path');
const {
    bootstrap, DefaultJobQueuePlugin, DefaultLogger, DefaultSearchPlugin, dummyPaymentHandler, JobQueueService, LogLevel,
} = require('@vendure/core');
const { populateInitialData, importProductsFromCsv } = require('@vendure/core/cli');

const { LIVE_PORT, LIVE_DATA, LIVE_SOCKET, LIVE_FRESH, LIVE_JOBS, LIVE_PASSWORD, LIVE_PRODUCTS } = process.env;

const config = {
    logger: new DefaultLogger({ level: LogLevel.Warn, timestamp: true }),
    apiOptions: { hostname: '127.0.0.1', port: +LIVE_PORT, adminApiPath: 'admin-api', shopApiPath: 'shop-api' },
    authOptions: {
        tokenMethod: ['bearer', 'cookie'],
        superadminCredentials: { identifier: 'superadmin', password: LIVE_PASSWORD },
        cookieOptions: { secret: 'live-test-only' },
    },
    dbConnectionOptions: {
        type: 'postgres', host: LIVE_SOCKET, username: 'postgres', database: 'vendure', poolSize: 20,
        synchronize: LIVE_FRESH === '1', logging: false,
    },
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    importExportOptions: { importAssetsDir: LIVE_DATA },
    plugins: [DefaultJobQueuePlugin.init({ pollInterval: 500 }), DefaultSearchPlugin.init({ bufferUpdates: false })],
};

const initialData = {
    defaultLanguage: 'en',
    defaultZone: 'Europe',
    roles: [{ code: 'order-manager', description: 'Order manager', permissions:
        ['CreateOrder', 'ReadOrder', 'UpdateOrder', 'DeleteOrder', 'ReadCustomer', 'ReadPaymentMethod', 'ReadShippingMethod'] }],
    taxRates: [{ name: 'Standard Tax', percentage: 20 }],
    shippingMethods: [{ name: 'Standard Shipping', price: 500 }],
    // One only authorises, the other settles at once.
    paymentMethods: [['Authorize Only', 'false'], ['Settle At Once', 'true']].map(([name, settle]) => ({
        name, handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: settle }] } })),
    collections: [],
    countries: [{ name: 'Germany', code: 'DE', zone: 'Europe' }],
};

const columns = 'name,slug,description,assets,facets,optionGroups,optionValues,sku,price,taxCategory,stockOnHand,trackInventory,variantAssets,variantFacets';
const names = Array.from({ length: +LIVE_PRODUCTS }, (_, i) => ['Lamp', 'Kettle', 'Blanket'][i % 3] + (i < 3 ? '' : ` ${i}`));
const productsCsv = [columns, ...names.map((name, i) =>
    `${name},${name.toLowerCase().replace(' ', '-')},A ${name.toLowerCase()},,,,,SKU-${name[0]}${i < 3 ? '' : i},${(7.49 + i * 3.17).toFixed(2)},standard,1000,true,,`)].join('\n');

(async () => {
    const app = await bootstrap(config);
    if (LIVE_JOBS === '1') await app.get(JobQueueService).start();
    if (LIVE_FRESH === '1') {
        await populateInitialData(app, initialData);
        const csv = path.join(LIVE_DATA, 'products.csv');
        fs.writeFileSync(csv, productsCsv + '\n');
        const done = await importProductsFromCsv(app, csv, 'en');
        if (done.imported !== names.length) throw new Error(`imported ${done.imported} products: ${done.errors}`);
    }
    console.log('ready');
    process.on('SIGTERM', () => app.close().then(() => process.exit(0), () => process.exit(1)));
})().catch(error => { console.error(error); process.exit(1); });
