import { AutocompleteInput, type AutocompleteInputProps, ReferenceInput } from 'react-admin';

export type RefInputProps = Omit<AutocompleteInputProps, 'source' | 'choices' | 'filter'> & {
  source: string;
  reference: string;
  filter?: Record<string, unknown>;
  alwaysOn?: boolean;
};

/** One record of another resource, found by typing. */
export function RefInput({ source, reference, filter, alwaysOn: _, ...props }: RefInputProps) {
  return (
    <ReferenceInput
      source={source}
      reference={reference}
      filter={filter}
      perPage={30}
      sort={{ field: 'id', order: 'DESC' }}
    >
      <AutocompleteInput {...props} />
    </ReferenceInput>
  );
}
