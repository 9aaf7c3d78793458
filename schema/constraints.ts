import type { Ontology } from './ontology/define.ts';

/**
 * The constraints and indexes that an ontology needs in Neo4j, one statement each, all of which may
 * run again on a database that has them. Community edition has uniqueness only; presence and type
 * are guarded on the way in.
 */
export function constraints(ontology: Ontology): string[] {
  const labels = Object.keys(ontology.entities);
  return [
    ...[
      ['Entity', 'key'],
      ['Document', 'key'],
      ['Dataset', 'key'],
      ['Statement', 'id'],
      ['Conflict', 'id'],
      ['Redirect', 'key'],
      ['Change', 'sequence'],
      ['ChangeLog', 'key'],
      ['WriteRequest', 'id'],
      ['GraphVersion', 'key'],
    ].map(([label = '', property = '']) => unique(label, property)),
    // People write MATCH (:Person {key: …}), without :Entity.
    ...labels.map((label) => unique(label, 'key')),
    ...Object.keys(ontology.relations).map(
      (type) =>
        `CREATE CONSTRAINT ${type.toLowerCase()}_id IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`,
    ),
    ...['Entity', ...labels].map((label) => range(label, ['sortName', 'key'])),
    // The few that no dataset describes any more.
    range('Entity', ['undescribed']),
    ...['relationId', 'deniedRelationId', 'claimId', 'published'].map((property) =>
      range('Statement', [property]),
    ),
    range('Document', ['published']),
    fullText('entity_names', ['foldedNames'], 'standard-folding'),
    fullText('entity_texts_en', ['nameEn', 'descriptionEn'], 'english'),
    fullText('entity_texts_de', ['nameDe', 'descriptionDe'], 'german'),
  ];
}

function unique(label: string, property: string): string {
  return `CREATE CONSTRAINT ${snake(label)}_${property} IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`;
}

function range(label: string, properties: readonly string[]): string {
  const columns = properties.map((property) => `n.${property}`).join(', ');
  const name = [label, ...properties].map(snake).join('_');
  return `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${columns})`;
}

function fullText(name: string, properties: readonly string[], analyzer: string): string {
  const columns = properties.map((property) => `n.${property}`).join(', ');
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:Entity) ON EACH [${columns}] OPTIONS {indexConfig: {\`fulltext.analyzer\`: '${analyzer}'}}`;
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
}
