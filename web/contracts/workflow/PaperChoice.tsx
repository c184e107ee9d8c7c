import { MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ContractDocument } from '../documents/document.ts';

/** Which of the uploaded papers it is; 0 none. */
export function PaperChoice(props: {
  label: string;
  papers: readonly ContractDocument[];
  value: number;
  onChange: (id: number) => void;
  isOptional?: boolean;
}) {
  const translate = useTranslate();
  const { label, papers, value, onChange, isOptional } = props;
  return (
    <TextField
      select
      label={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      helperText={papers.length === 0 ? translate('resources.contracts.workflow.uploadFirst') : undefined}
      required={!isOptional}
    >
      <MenuItem value={0}>{translate('house.field.none')}</MenuItem>
      {papers.map(({ id, fileName }) => (
        <MenuItem key={id} value={id}>
          {fileName}
        </MenuItem>
      ))}
    </TextField>
  );
}
