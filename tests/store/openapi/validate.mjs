// SPDX-License-Identifier: Apache-2.0
// validate.mjs OPENAPI ROUTES EXCHANGES: holds what the service did (JSON lines, recorded by the API's tests) against
// what its description promises, and the description's operations against the service's own route table.
import { readFileSync } from "node:fs";
import { Contract } from "./contract.mjs";

/** Operations that no recorded test has to use successfully, each with its reason. */
const EXEMPT = new Map([]);

const [openapiFile, routesFile, exchangesFile] = process.argv.slice(2);
const contract = new Contract(readFileSync(openapiFile, "utf8"));
contract.compileAll();
const findings = new Map(); // text → how often
const report = (where, what) => findings.set(`${where}: ${what}`, (findings.get(`${where}: ${what}`) ?? 0) + 1);

function checkRoutes() {
    const name = (one) => `${one.method} ${one.path}`;
    const served = JSON.parse(readFileSync(routesFile, "utf8")).filter((route) => route.path.startsWith("/v1/"));
    const described = new Map(contract.operations.map((one) => [name(one), one]));
    for (const route of served) {
        const operation = described.get(name(route));
        if (!operation) { report(name(route), "is served but not described"); continue; }
        described.delete(name(route));
        const hasKey = operation.parameters.some((one) => one.name === "Idempotency-Key");
        if (hasKey !== route.needsIdempotencyKey) report(name(route), "service and description disagree about the Idempotency-Key");
        const isPublic = operation.described.security?.length === 0;
        if (isPublic !== (route.access === "public")) report(name(route), "service and description disagree about signing in");
        const taken = Object.keys(operation.described.requestBody?.content ?? {}).join();
        if (taken !== route.contentType) report(name(route), `takes "${route.contentType}", described is "${taken}"`);
    }
    for (const missing of described.keys()) report(missing, "is described but not served");
    return served.length;
}

const mediaType = (headers) => (headers["content-type"] ?? "").split(";")[0].trim().toLowerCase();

/** A parameter's text as the type that its schema names. */
const typed = (schema, text) => (schema.type === "integer" && /^-?\d+$/.test(text) ? Number(text) : text);

function checkParameters(operation, exchange, path, where) {
    const query = new URLSearchParams(exchange.path.split("?")[1] ?? "");
    const known = new Set(operation.parameters.filter((one) => one.in === "query").map((one) => one.name));
    for (const name of query.keys()) if (!known.has(name)) report(where, `unknown query parameter "${name}" was accepted`);
    const places = {
        path: (name) => decodeURIComponent(operation.matcher.exec(path).groups[name]),
        query: (name) => query.get(name),
        header: (name) => exchange.requestHeaders[name.toLowerCase()],
    };
    for (const parameter of operation.parameters) {
        const text = places[parameter.in](parameter.name) ?? undefined;
        if (text === undefined) {
            if (parameter.required) report(where, `accepted without its required ${parameter.in} parameter ${parameter.name}`);
            continue;
        }
        for (const complaint of contract.complaints(parameter.schema, typed(parameter.schema, text)))
            report(where, `accepted ${parameter.in} parameter ${parameter.name}: ${complaint}`);
    }
}

function checkRequestBody(operation, exchange, where) {
    const body = contract.resolved(operation.described.requestBody);
    if (!exchange.requestBody) {
        if (body?.required) report(where, "accepted without its required body");
        return;
    }
    const content = body?.content[mediaType(exchange.requestHeaders)];
    if (!content) { report(where, `accepted an undescribed ${mediaType(exchange.requestHeaders)} body`); return; }
    if (mediaType(exchange.requestHeaders) !== "application/json") return;
    for (const complaint of contract.complaints(content.schema, JSON.parse(exchange.requestBody)))
        report(where, `accepted body: ${complaint}`);
}

function checkHeaders(response, exchange, where) {
    for (const [name, header] of Object.entries(response.headers ?? {})) {
        const described = contract.resolved(header);
        const text = exchange.responseHeaders[name.toLowerCase()];
        if (text === undefined) { if (described.required) report(where, `no ${name} header`); continue; }
        for (const complaint of contract.complaints(described.schema, typed(described.schema, text)))
            report(where, `${name} header: ${complaint}`);
    }
}

/** NDJSON: the description says under "x-line" what a line may be. */
function values(type, content, text) {
    if (type === "application/x-ndjson") return text.trim().split("\n").map((line) => [content["x-line"], JSON.parse(line)]);
    return [[content.schema, type.endsWith("json") ? JSON.parse(text) : text]];
}

function checkAnswer(operation, exchange, where) {
    const responses = operation.described.responses;
    const response = contract.resolved(responses[exchange.status] ?? (exchange.status >= 400 ? responses.default : undefined));
    if (!response) { report(where, "the status is not described"); return; }
    checkHeaders(response, exchange, where);
    const type = mediaType(exchange.responseHeaders);
    if (!response.content) { if (exchange.responseBody || type) report(where, "has content, none is described"); return; }
    const content = response.content[type];
    if (!content) { report(where, `content type "${type}" is not described`); return; }
    if (exchange.method === "HEAD" || exchange.responseHeaders["content-encoding"]) return;
    for (const [schema, value] of values(type, content, exchange.responseBody)) {
        for (const complaint of contract.complaints(schema, value)) report(where, `body: ${complaint}`);
        if (type === "application/problem+json" && value.status !== exchange.status) report(where, "the problem names another status");
    }
}

/** Where nothing is described the service has to say so, as a problem. */
function checkUndescribed(operations, exchange, where) {
    if (operations.length > 0 && exchange.method === "OPTIONS" && exchange.status === 204) return;
    const wanted = operations.length === 0 ? 404 : 405;
    if (exchange.status !== wanted) { report(where, `is not described, but was not answered with ${wanted}`); return; }
    const problem = contract.document.components.responses.Problem.content["application/problem+json"];
    for (const complaint of contract.complaints(problem.schema, JSON.parse(exchange.responseBody))) report(where, `body: ${complaint}`);
}

function check(exchange) {
    const path = exchange.path.split("?")[0];
    const operations = contract.operationsAt(path);
    const method = exchange.method === "HEAD" ? "GET" : exchange.method;
    const operation = operations.find((one) => one.method === method);
    if (!operation) { checkUndescribed(operations, exchange, `${exchange.method} ${path} ${exchange.status}`); return; }
    const where = `${exchange.method} ${operation.path} ${exchange.status}`;
    operation.exchanges += 1;
    checkAnswer(operation, exchange, where);
    if (exchange.status >= 400) return;
    operation.successes += 1;
    checkParameters(operation, exchange, path, where);
    checkRequestBody(operation, exchange, where);
}

const routes = checkRoutes();
const exchanges = readFileSync(exchangesFile, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
exchanges.forEach(check);
for (const operation of contract.operations) {
    if (operation.successes === 0 && !EXEMPT.has(operation.id)) report(operation.id, "no recorded exchange was successful");
    if (operation.successes > 0 && EXEMPT.has(operation.id)) report(operation.id, "is exempt, but was exercised");
}
for (const [finding, count] of findings) console.error(count > 1 ? `${finding} (${count} times)` : finding);
const exercised = contract.operations.filter((one) => one.successes > 0).length;
console.log(`${exchanges.length} exchanges held against ${contract.operations.length} operations (${exercised} exercised, `
    + `${EXEMPT.size} exempt) and ${routes} routes: ${findings.size} findings`);
process.exit(findings.size > 0 ? 1 : 0);
