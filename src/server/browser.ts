import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './startServer';

/** The worker. */
declare const self: unknown;

const port = self as ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {});
