// SPDX-License-Identifier: Apache-2.0
// What resources/api/openapi.yaml promises, as something that can be asked.
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const METHODS = ["get", "put", "post", "delete", "patch"];

/** Forbids members that the description does not name: an answer must not tell more than is written down. */
function closed(schema) {
    if (Array.isArray(schema)) return schema.map(closed);
    if (schema === null || typeof schema !== "object") return schema;
    const copy = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closed(value)]));
    if (copy.type === "object" && copy.properties && !("additionalProperties" in copy)) copy.additionalProperties = false;
    return copy;
}

const pointer = (...parts) => parts.map((part) => "/" + part.replaceAll("~", "~0").replaceAll("/", "~1")).join("");

export class Contract {
    constructor(text) {
        this.document = parse(text);
        this.ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, coerceTypes: false });
        this.ajv.addVocabulary(Object.keys(this.document)); // the document around the schemas
        this.ajv.addVocabulary(["x-line"]);
        addFormats(this.ajv);
        this.components = closed(this.document.components);
        this.ajv.addSchema({ $id: "contract:", components: this.components });
        this.validators = new Map();
        this.operations = Object.entries(this.document.paths).flatMap(([path, item]) =>
            METHODS.filter((method) => item[method]).map((method) => this.operation(path, item, method)));
    }

    operation(path, item, method) {
        const described = item[method];
        return {
            id: described.operationId,
            method: method.toUpperCase(),
            path,
            described,
            matcher: new RegExp("^" + path.replace(/[.]/g, "\\.").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)") + "$"),
            parameters: [...(item.parameters ?? []), ...(described.parameters ?? [])].map((one) => this.resolved(one)),
            exchanges: 0,
            successes: 0,
        };
    }

    resolved(node) {
        if (!node?.$ref) return node;
        return node.$ref.slice(2).split("/").reduce((from, name) => from[name], this.document);
    }

    /** A literal path wins over one with a parameter. */
    operationsAt(path) {
        const found = this.operations.filter((one) => one.matcher.test(path));
        const best = Math.min(...found.map((one) => one.parameters.filter((parameter) => parameter.in === "path").length));
        return found.filter((one) => one.parameters.filter((parameter) => parameter.in === "path").length === best);
    }

    /** The complaints about `value`, as text. */
    complaints(schema, value) {
        const key = JSON.stringify(schema);
        if (!this.validators.has(key)) {
            const rooted = JSON.parse(key.replaceAll('"$ref":"#/', '"$ref":"contract:#/'));
            this.validators.set(key, this.ajv.compile(closed(rooted)));
        }
        const validate = this.validators.get(key);
        if (validate(value)) return [];
        return validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`
            + (error.params.additionalProperty ? ` ("${error.params.additionalProperty}")` : "")
            + (error.params.allowedValues ? ` (is ${JSON.stringify(value?.type ?? value)})` : ""));
    }

    /** Every schema is used or at least correct. */
    compileAll() {
        for (const name of Object.keys(this.components.schemas))
            this.ajv.compile({ $ref: "contract:#" + pointer("components", "schemas", name) });
    }
}
