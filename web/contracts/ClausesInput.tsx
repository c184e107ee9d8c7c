import { required, TextInput } from 'react-admin';
import { RowsEditor } from '../fields/RowsEditor.tsx';

export function ClausesInput() {
  return (
    <RowsEditor
      source="clauses"
      addLabel="resources.contracts.addClause"
      emptyLabel="resources.contracts.noClauses"
      newRow={(count) => ({ clauseNo: String(count + 1), heading: null, body: '' })}
      columns="minmax(70px, 110px) minmax(0, 1fr)"
      movable
    >
      <TextInput source="clauseNo" label="resources.contracts.clauseNo" validate={required()} />
      <TextInput source="heading" label="resources.contracts.heading" />
      <TextInput
        source="body"
        label="resources.contracts.body"
        multiline
        minRows={2}
        className="wide"
        parse={(text: string) => text}
      />
    </RowsEditor>
  );
}
