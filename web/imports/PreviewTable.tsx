import { Box, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Preview } from './upload-file.ts';

const MOST_ROWS = 20;

/** The file's first rows as they were read: ids keep their digits, nothing is rounded. Scrolls by itself, also by keyboard. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  return (
    <Box
      component="section"
      tabIndex={0}
      aria-label={translate('resources.imports.firstRows')}
      sx={{ overflow: 'auto', maxHeight: 420 }}
    >
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            <TableCell sx={{ backgroundColor: 'background.paper' }}>#</TableCell>
            {preview.headers.map((header, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
              <TableCell key={index} sx={{ backgroundColor: 'background.paper' }}>
                {header || translate('resources.imports.noHeader')}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {preview.sampleRows.slice(0, MOST_ROWS).map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no id
            <TableRow key={rowIndex}>
              <TableCell sx={{ color: 'text.secondary' }}>{rowIndex + 1}</TableCell>
              {preview.headers.map((_, index) => (
                <TableCell
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
                  key={index}
                  sx={{
                    whiteSpace: 'nowrap',
                    maxWidth: 260,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    fontVariantNumeric: 'tabular-nums',
                  }}
                >
                  {row[index] ?? ''}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
