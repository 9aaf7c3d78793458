import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { StateLink } from '../panel/entity-link.tsx';
import type { PlanRow } from './plan-rows.ts';

export function PlanTable({ rows }: { readonly rows: readonly PlanRow[] }) {
  const { t, day } = useTexts();
  const { address } = useAddress();
  const { sort } = address;
  const columns = [
    ['name', t.plan],
    ['by', t.promisedBy],
    ['place', t.place],
    ['due', t.due],
    ['status', t.status],
    ['first', t.firstKnown],
    ['last', t.lastWord],
  ] as const;
  const direction = (column: string) =>
    sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : 'none';
  return (
    <table className="plan-table">
      <thead>
        <tr>
          {columns.map(([column, title]) => (
            <th key={column} scope="col" aria-sort={direction(column)}>
              <StateLink to={{ sort: sort === column ? `-${column}` : column }}>{title}</StateLink>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <StateLink to={{ entity: row.key, relation: null }}>{row.name}</StateLink>
            </th>
            <td data-label={t.promisedBy}>{namesOf(row.by, row.more.by)}</td>
            <td data-label={t.place}>{namesOf(row.places, row.more.places)}</td>
            <td data-label={t.due}>{row.due?.label}</td>
            <td>
              <span className={`tag ${row.status.toLowerCase()}`}>{t.statuses[row.status]}</span>
            </td>
            <td data-label={t.firstKnown}>
              {row.firstKnown && day(row.firstKnown)}
              <span className="quiet">
                {' '}
                {[...row.outlets, ...(row.more.outlets ? ['…'] : [])].join(', ')}
              </span>
            </td>
            <td className="last-word" data-label={t.lastWord}>
              {row.lastWord?.statement.summary}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function namesOf(named: readonly { readonly name: string }[], more: boolean): string {
  return [...named.map(({ name }) => name), ...(more ? ['…'] : [])].join(', ');
}
