/** As much of a JSON schema as a body can be made from. */
export interface BodySchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: BodySchema[];
  oneOf?: BodySchema[];
  allOf?: BodySchema[];
  properties?: Record<string, BodySchema>;
  items?: BodySchema;
  minItems?: number;
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  example?: unknown;
}

export interface HostileBody {
  what: string;
  text: string;
}

/** What somebody may send whatever is asked for: bytes as they go over the wire. */
const ALWAYS: readonly HostileBody[] = [
  { what: 'no bytes', text: '' },
  { what: 'broken JSON', text: '{"a":' },
  { what: 'an empty object', text: '{}' },
  { what: 'an array', text: '[]' },
  { what: 'null', text: 'null' },
  { what: 'a number', text: '1' },
  { what: 'a text', text: '"x"' },
  { what: 'an unknown field', text: '{"nobodyKnowsThisField":1}' },
  { what: 'a prototype', text: '{"__proto__":{"role":"admin"},"constructor":{"prototype":{}}}' },
  { what: 'deep nesting', text: `${'['.repeat(5_000)}${']'.repeat(5_000)}` },
];

/** Values no field means, put in the place of each field in turn. */
const WRONG: readonly unknown[] = [
  null,
  [],
  {},
  true,
  -1,
  0.5,
  2_147_483_648,
  1e308,
  '',
  'x'.repeat(5_000),
  '\u0000',
  'a\u0000b',
  '\ud800',
  '0000-00-00',
  '9999-99-99',
  '300000-01-01T00:00:00Z',
  ['\u0000'],
  [{}],
];

/** Bodies for one route: those anybody may send, one as its schema asks, and that one with one field wrong at a time. */
export function hostileBodies(schema: BodySchema | undefined): HostileBody[] {
  if (schema === undefined) return [...ALWAYS];
  const asAsked = sample(schema);
  const bodies = [...ALWAYS, { what: 'as the schema asks', text: JSON.stringify(asAsked) }];
  if (typeof asAsked !== 'object' || asAsked === null || Array.isArray(asAsked)) return bodies;
  for (const field of Object.keys(asAsked)) {
    for (const wrong of WRONG) {
      const text = JSON.stringify({ ...asAsked, [field]: wrong });
      bodies.push({ what: `${field} = ${JSON.stringify(wrong).slice(0, 40)}`, text });
    }
  }
  return bodies;
}

/** A value the schema accepts, or nearly: patterns are met for days and months alone. */
function sample(schema: BodySchema): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return sample(choice.find((one) => one.type !== 'null') ?? choice[0]!);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(sample));
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, field]) => [name, sample(field)]),
      );
    case 'array':
      return schema.items ? [sample(schema.items)] : [];
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? (schema.exclusiveMinimum ?? 0) + 1);
    case 'boolean':
      return false;
    case 'string':
      return sampleText(schema);
    default:
      return null;
  }
}

function sampleText({ format, pattern, minLength = 1 }: BodySchema): string {
  if (format === 'email') return 'somebody@example.com';
  if (format === 'date-time') return '2026-05-01T20:00:00+08:00';
  if (format === 'date') return '2026-05-01';
  if (pattern?.includes('\\d{4}-') && '2026-05'.match(pattern)) return '2026-05';
  return 'x'.repeat(Math.max(minLength, 4));
}
