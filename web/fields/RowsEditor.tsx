import AddIcon from '@mui/icons-material/Add';
import RemoveIcon from '@mui/icons-material/DeleteOutlined';
import DragIcon from '@mui/icons-material/DragIndicator';
import DownIcon from '@mui/icons-material/KeyboardArrowDown';
import UpIcon from '@mui/icons-material/KeyboardArrowUp';
import { Box, Button, FormHelperText, IconButton } from '@mui/material';
import { type DragEvent, type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import {
  ArrayInputBase,
  type ArrayInputBaseProps,
  SourceContextProvider,
  useArrayInput,
  useSourceContext,
  useTranslate,
  useWrappedSource,
} from 'react-admin';
import { get, useFormState } from 'react-hook-form';
import { EmptyState } from './EmptyState.tsx';

export interface RowsEditorProps extends Pick<ArrayInputBaseProps, 'source' | 'validate'> {
  /** The inputs of one row; they see their row by react-admin's source context. */
  children: ReactNode;
  newRow: (count: number) => Record<string, unknown>;
  /** Keys of the catalogue. */
  addLabel?: string;
  emptyLabel?: string;
  /** Rows have an order: drag the handle, press the arrows, or Alt+↑ / Alt+↓ anywhere in a row. */
  movable?: boolean;
  /** Grid of one row's inputs; as many as fit by default. */
  columns?: string | Record<string, string>;
  /** Rows inside rows: lighter, closer. */
  nested?: boolean;
  max?: number;
}

/** A list inside a form, a row of inputs each: accounts, listings, offers, run-sheets, clauses, tiers, parts. */
export function RowsEditor({ source, validate, ...rows }: RowsEditorProps) {
  return (
    <ArrayInputBase source={source} validate={validate}>
      <Rows {...rows} />
    </ArrayInputBase>
  );
}

function Rows(props: Omit<RowsEditorProps, 'source' | 'validate'>) {
  const { children, newRow, addLabel = 'house.row.add', emptyLabel, movable, nested, max = 200 } = props;
  const { fields, append, remove, move } = useArrayInput();
  const translate = useTranslate();
  const [dragged, setDragged] = useState<number | null>(null);
  const shift = (from: number, to: number) => to >= 0 && to < fields.length && move(from, to);
  return (
    <Box sx={{ width: '100%', display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 1 }}>
      {fields.length === 0 && emptyLabel && <EmptyState dense text={translate(emptyLabel)} />}
      {fields.map((field, index) => (
        <Row
          key={field.id}
          {...props}
          index={index}
          onRemove={() => remove(index)}
          onShift={movable ? (by) => shift(index, index + by) : undefined}
          onDragStart={() => setDragged(index)}
          onDrop={() => {
            if (dragged !== null && dragged !== index) move(dragged, index);
            setDragged(null);
          }}
        >
          {children}
        </Row>
      ))}
      <ListProblem />
      <Box>
        <Button
          startIcon={<AddIcon />}
          variant={nested ? 'text' : 'outlined'}
          disabled={fields.length >= max}
          onClick={() => append(newRow(fields.length))}
        >
          {translate(addLabel)}
        </Button>
      </Box>
    </Box>
  );
}

interface RowProps extends Omit<RowsEditorProps, 'source' | 'validate'> {
  index: number;
  onRemove: () => void;
  onShift: ((by: number) => void) | undefined;
  onDragStart: () => void;
  onDrop: () => void;
}

function Row({ index, children, nested, columns, onRemove, onShift, onDragStart, onDrop }: RowProps) {
  const translate = useTranslate();
  const parent = useSourceContext();
  const context = useMemo(
    () => ({
      getSource: (source: string) => parent.getSource(source ? `${index}.${source}` : `${index}`),
      getLabel: parent.getLabel,
    }),
    [parent, index],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0 || !onShift) return;
    event.preventDefault();
    onShift(by);
  };
  const dropTarget = onShift && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      onDrop();
    },
  };
  return (
    <Box
      role="group"
      aria-label={translate('house.row.number', { n: index + 1 })}
      onKeyDown={onKeyDown}
      {...dropTarget}
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        px: 1,
        py: nested ? 0.25 : 0.75,
      }}
    >
      <Order index={index} onShift={onShift} onDragStart={onDragStart} />
      <Box
        sx={{
          flex: 1,
          minWidth: 0,
          display: 'grid',
          columnGap: 1.5,
          alignItems: 'start',
          gridTemplateColumns: columns ?? {
            xs: 'repeat(2, minmax(0, 1fr))',
            sm: 'repeat(auto-fill, minmax(150px, 1fr))',
          },
          // rows are dense: no room is kept for help, and no input insists on a width of its own
          '& .MuiFormHelperText-root:not(.Mui-error)': { display: 'none' },
          '& .MuiFormControl-root': { minWidth: 0 },
          '& .wide': { gridColumn: '1 / -1' },
          '& .phone-wide': { gridColumn: { xs: '1 / -1', sm: 'auto' } },
          '& .double': { gridColumn: 'span 2' },
        }}
      >
        <SourceContextProvider value={context}>{children}</SourceContextProvider>
      </Box>
      <IconButton size="small" onClick={onRemove} aria-label={translate('house.row.remove')} sx={{ mt: 1 }}>
        <RemoveIcon fontSize="small" />
      </IconButton>
    </Box>
  );
}

function Order({ index, onShift, onDragStart }: Pick<RowProps, 'index' | 'onShift' | 'onDragStart'>) {
  const translate = useTranslate();
  const number = (
    <Box
      sx={{
        minWidth: 18,
        textAlign: 'right',
        color: 'text.secondary',
        fontVariantNumeric: 'tabular-nums',
        pt: 1.75,
      }}
    >
      {index + 1}
    </Box>
  );
  if (!onShift) return number;
  return (
    <Box sx={{ display: 'flex' }}>
      <Box
        draggable
        onDragStart={onDragStart}
        title={translate('resources.streams.drag')}
        sx={{ cursor: 'grab', pt: 1.5, color: 'text.disabled', display: { xs: 'none', sm: 'block' } }}
      >
        <DragIcon fontSize="small" />
      </Box>
      {number}
      <Box sx={{ display: 'flex', flexDirection: 'column', pt: 0.5 }}>
        <IconButton
          size="small"
          sx={{ p: 0 }}
          onClick={() => onShift(-1)}
          aria-label={translate('ra.action.move_up')}
        >
          <UpIcon fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          sx={{ p: 0 }}
          onClick={() => onShift(1)}
          aria-label={translate('ra.action.move_down')}
        >
          <DownIcon fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  );
}

/** What is wrong with the list as a whole (a rule of the form, or a refusal of the API that names it). */
function ListProblem() {
  const name = useWrappedSource('');
  const { errors } = useFormState();
  const problem = get(errors, name) as { message?: string; root?: { message?: string } } | undefined;
  const message = problem?.root?.message ?? problem?.message;
  return message ? <FormHelperText error>{message}</FormHelperText> : null;
}
