import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { FieldTitle, useResourceContext } from 'react-admin';

interface RowsTableProps<Row> {
  /** The list's field: its labels are `<source>.<column>`. */
  source: string;
  rows: readonly Row[];
  columns: Record<string, (row: Row, index: number) => ReactNode>;
  /** Columns of figures. */
  right?: readonly string[];
  /** Headings that are no field: column → key. */
  labels?: Record<string, string>;
}

/** The rows a record carries inside itself, as a plain table. */
export function RowsTable<Row extends { id?: number }>({
  source,
  rows,
  columns,
  right = [],
  labels = {},
}: RowsTableProps<Row>) {
  const resource = useResourceContext();
  const align = (column: string) => (right.includes(column) ? 'right' : 'left');
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          {Object.keys(columns).map((column) => (
            <TableCell key={column} align={align(column)}>
              <FieldTitle source={`${source}.${column}`} label={labels[column]} resource={resource} />
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow key={row.id ?? index}>
            {Object.entries(columns).map(([column, draw]) => (
              <TableCell
                key={column}
                align={align(column)}
                sx={{ fontVariantNumeric: 'tabular-nums', '&:first-of-type': { minWidth: 96 } }}
              >
                {draw(row, index)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
