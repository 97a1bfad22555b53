import type { OpenAPIHono } from '@hono/zod-openapi';
import { html } from 'hono/html';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly description?: string }[]; // prettier-ignore
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>; // prettier-ignore
}

/** The description of the API for people, made of the one for machines. */
export function manual(app: OpenAPIHono): void {
  app.get('/docs', (c) => {
    const { paths, components } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Onrecord', version: '' } });
    const operations = Object.entries(paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({ path, method, operation })),
    );
    return c.html(
      html`<!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>Onrecord: the HTTP API</title>
            <link rel="stylesheet" href="/docs.css" />
          </head>
          <body>
            <main>
              <h1>The HTTP API</h1>
              <p>
                For machines: <a href="/openapi.json">openapi.json</a>. Spans are UTF-16 code units of an article’s text. Lists
                come in pages: <code>next</code> is the <code>cursor</code> of the page after. Errors are problem details with a
                <code>code</code> that stays the same. <code>/api/changes</code> sends an event whenever the ledger has changed.
              </p>
              ${operations.map(
                ({ path, method, operation }) =>
                  html`<section>
                    <h2><code>${method.toUpperCase()} ${path}</code></h2>
                    <p>${operation.summary ?? ''}. ${operation.description ?? ''}</p>
                    ${
                      (operation.parameters ?? []).length === 0
                        ? ''
                        : html`<dl>
                            ${(operation.parameters ?? []).map(
                              (p) =>
                                html`<dt><code>${p.name}</code>${p.required === true ? ' (needed)' : ''}</dt>
                                  <dd>${p.description ?? ''}</dd>`,
                            )}
                          </dl>`
                    }
                    <p class="answers">
                      ${Object.entries(operation.responses ?? {}).map(
                        ([status, { description }]) => html`<span>${status}: ${description ?? ''}</span> `,
                      )}
                    </p>
                  </section>`,
              )}
              <h1>Shapes</h1>
              ${Object.entries(components?.schemas ?? {}).map(
                ([name, schema]) =>
                  html`<section>
                    <h2>${name}</h2>
                    <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>
                  </section>`,
              )}
            </main>
          </body>
        </html>`,
    );
  });
}
