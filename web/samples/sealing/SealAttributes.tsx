import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { gtinForms } from '../../../api/domain/inspection/gtin-forms.ts';
import { CATEGORIES, type Category, TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import { AttributeInput } from '../../photos/AttributeInput.tsx';
import { type SealDraft, withAttribute } from './draft.ts';
import { factOf, type ProductFacts } from './product-facts.ts';

interface SealAttributesProps {
  draft: SealDraft;
  onChange: (draft: SealDraft) => void;
  product: ProductFacts | undefined;
  missing: readonly string[];
}

/** What stands on the goods, by the template of their category; the product's own record is beside it, never filled in. */
export function SealAttributes({ draft, onChange, product, missing }: SealAttributesProps) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.samples.seal.${key}`, options);
  const rules = draft.category ? TEMPLATES[draft.category] : [];
  return (
    <>
      <TextField
        select
        label={word('category')}
        value={draft.category ?? ''}
        required
        helperText={draft.category ? undefined : word('categoryHelp')}
        onChange={(event) => onChange({ ...draft, category: event.target.value as Category })}
      >
        {CATEGORIES.map((category) => (
          <MenuItem key={category} value={category}>
            {word(`categories.${category}`)}
          </MenuItem>
        ))}
      </TextField>
      {rules.length > 0 && (
        <Typography color="text.secondary" sx={{ my: 1 }}>
          {word('attributesHelp', { count: missing.length })}
        </Typography>
      )}
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { sm: 'repeat(2, minmax(0, 1fr))' } }}>
        {rules
          .filter(({ comparator }) => comparator.by !== 'measured_content')
          .map((rule) => {
            const value = draft.attributes[rule.attribute];
            const isBadGtin =
              rule.comparator.by === 'gtin' && Boolean(value) && gtinForms(value!).length === 0;
            return (
              <AttributeInput
                key={rule.attribute}
                rule={rule}
                value={value}
                isRequired={!rule.isOptional}
                onChange={(next) => onChange(withAttribute(draft, rule.attribute, next))}
                source={draft.fromPhoto.includes(rule.attribute) ? word('fromPhoto') : undefined}
                error={isBadGtin ? word('badGtin') : undefined}
                reference={{
                  label: word('ofProduct'),
                  text: factOf(product, rule.attribute),
                  take: word('readsAlike'),
                }}
              />
            );
          })}
      </Box>
    </>
  );
}
