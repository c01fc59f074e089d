// Lets Mermaid's own parser read the diagram that comes in, and says in one line of JSON what Mermaid made of it.
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

// Mermaid and its sanitizer look for a browser when they are loaded.
const { window } = new JSDOM('<!DOCTYPE html><body></body>');
Object.assign(globalThis, { window, document: window.document, Element: window.Element, Node: window.Node });
const { default: mermaid } = await import('mermaid');
mermaid.initialize({ startOnLoad: false });

// What Mermaid keeps of #code; until it draws.
const decode = text => (text ?? '').replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(Number(code)));

const text = readFileSync(0, 'utf8');
try {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  console.log(JSON.stringify({
    nodes: [...db.getVertices().values()].map(vertex => decode(vertex.text)),
    edges: db.getEdges().map(edge => [edge.start, edge.end, edge.type, edge.stroke, decode(edge.text)]),
    groups: db.getSubGraphs().map(group => [decode(group.title), group.nodes]),
  }));
} catch (error) {
  console.log(JSON.stringify({ error: String(error.message ?? error) }));
}
