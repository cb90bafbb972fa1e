/**
 * The floor: one hand-written statement that makes the JSON of the page in PostgreSQL, sent as it comes over plain
 * HTTP. It knows neither callers nor the graph; nothing that reads the same data can be expected to be faster.
 */
import { createServer } from "node:http";
import pg from "pg";
import { nationalBody } from "../../demonstration/reporting.js";

const text = `
  select json_build_object('data', json_build_object('concerns', json_build_object('nodes', json_agg(json_build_object(
           'id', c.id, 'reference', c.reference, 'title', c.title, 'status', c.status, 'category', c.category,
           'raisedOn', c.raised_on,
           'provider', (select json_build_object('name', o.name) from organisations.organisation o where o.code = c.provider),
           'region', (select json_build_object('name', o.name) from organisations.organisation o where o.code = c.region),
           'standards', (select coalesce(json_agg(json_build_object('id', s.id, 'title', s.title,
                             'framework', json_build_object('id', s.framework)) order by cited.place), '[]')
                           from unnest(c.standards) with ordinality as cited (id, place)
                           join standards.standard s on s.id = cited.id)
         ) order by a.raised_order desc, a.concern desc))))::text as body
    from (select concern, raised_order from concerns.concern_access where organisation = $1
           order by raised_order desc, concern desc limit 20) a
    join concerns.concern c on c.key = a.concern`;

const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 10 });

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    pool.query<{ body: string }>({ name: "page", text, values: [nationalBody] }).then(
      ({ rows }) => response.setHeader("content-type", "application/json").end(rows[0]?.body),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");
