import { describe, expect, it } from "@jest/globals";
import { inventedOrganisations } from "../../demonstration/load-organisations.js";
import { mergers } from "../../demonstration/organisations/mergers.js";
import { trustSites } from "../../demonstration/organisations/trust-sites.js";
import { trusts } from "../../demonstration/organisations/trusts.js";
import { universities } from "../../demonstration/organisations/universities.js";
import { personas } from "../../demonstration/personas.js";
import { readReference } from "../../subgraphs/organisations/reference-file.js";

const { reference } = await readReference();
const real = new Map(reference.organisations.map((organisation) => [organisation.code, organisation]));

/** Words by which real trusts in England are told apart. */
const wordsOfRealTrusts =
  `Airedale Alder Anglia Ashford Avon Barking Barnsley Barts Bassetlaw Bath Bedfordshire Berkshire
  Birmingham Blackpool Bolton Bradford Bristol Buckinghamshire Burton Calderdale Cambridge Cambridgeshire Chelsea Cheshire
  Chester Chesterfield Christie Clatterbridge Cornwall Coventry Croydon Cumbria Darlington Dartford Derby Derbyshire Devon
  Doncaster Dorset Dudley Durham Eliot Epsom Essex Frimley Gateshead Glossop Gloucestershire Goole Gravesham Greenwich Guy
  Hampshire Harrogate Hartlepool Havering Herefordshire Hertfordshire Hillingdon Homerton Huddersfield Hull Humber Imperial
  Kent Kettering Keynes Kingston Lancashire Leeds Leicester Leicestershire Leigh Lewisham Lincolnshire Liverpool London Lynn
  Maidstone Manchester Marsden Maudsley Medway Mersey Midlands Milton Moorfields Morecambe Newcastle Norfolk Northampton
  Northamptonshire Northumberland Northumbria Norwich Nottingham Nottinghamshire Oxford Oxleas Paget Papworth Pennine
  Peterborough Plymouth Portsmouth Redbridge Richmond Rotherham Salisbury Sandwell Scarborough Sheffield Sherwood Shrewsbury
  Shropshire Solihull Somerset Southampton Staffordshire Stockport Suffolk Sunderland Surrey Sussex Tameside Tees Torbay
  Tunbridge Tyneside Walsall Walton Warwickshire Westminster Whittington Wigan Wight Wiltshire Wirral Wolverhampton
  Worcestershire Wrightington Wye York Yorkshire`.split(/\s+/);

describe("the invented organisations", () => {
  it("have codes that begin with ZZ, each once", () => {
    const codes = inventedOrganisations.map(({ code }) => String(code));
    expect(codes.filter((code) => !/^ZZ[A-Z0-9]{1,10}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("have names, each once, and none of them that of a real organisation", () => {
    const names = inventedOrganisations.map(({ name }) => String(name));
    expect(new Set(names).size).toBe(names.length);
    const known = new Set(reference.organisations.map(({ name }) => name));
    expect(names.filter((name) => known.has(name))).toEqual([]);
  });

  it("share no distinguishing word with a real trust", () => {
    const words = new Set(wordsOfRealTrusts);
    const shared = inventedOrganisations.filter(({ name }) =>
      /[\w']+/g[Symbol.match](String(name))?.some((word) => words.has(word)),
    );
    expect(shared).toEqual([]);
  });

  it("include those that the personas act for", () => {
    for (const { organisation, organisationName } of personas.filter(({ organisation: code }) =>
      code.startsWith("ZZ"),
    )) {
      expect(inventedOrganisations).toContainEqual(
        expect.objectContaining({ code: organisation, name: organisationName }),
      );
    }
  });
});

describe("the invented trusts", () => {
  it("are about forty, in all seven regions", () => {
    expect(trusts.length).toBeGreaterThanOrEqual(40);
    expect(new Set(trusts.map(({ region }) => region)).size).toBe(7);
  });

  it.each(trusts)("$name lies in a real region, and in an integrated care board of that region", ({ region, icb }) => {
    expect(real.get(region)?.kind).toBe("REGION");
    expect(real.get(icb)).toMatchObject({ kind: "ICB", region, closedOn: null });
  });

  it("have sites of their own only", () => {
    for (const { code, trust } of trustSites) {
      expect(code.startsWith(trust)).toBe(true);
      expect(trusts.map((each) => each.code)).toContain(trust);
    }
  });

  it("are all reached by an invented university", () => {
    for (const { region } of trusts) expect(universities.some(({ regions }) => regions.includes(region))).toBe(true);
  });
});

describe.each(mergers)("the merger of $predecessor into $successor", ({ predecessor, successor, on }) => {
  it("follows on the predecessor's last day", () => {
    const closed = trusts.find(({ code }) => code === predecessor)?.closedOn ?? "";
    expect(new Date(Date.parse(closed) + 86_400_000).toISOString().slice(0, 10)).toBe(on);
  });

  it("leaves an open successor in the same region", () => {
    const [from, to] = [predecessor, successor].map((wanted) => trusts.find(({ code }) => code === wanted));
    expect(to?.closedOn).toBeUndefined();
    expect(to?.region).toBe(from?.region);
  });
});
