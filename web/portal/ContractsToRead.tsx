import { Alert, Button } from '@mui/material';
import { useGetList, useGetOne, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { OwnContract } from './own-share.ts';

/** An anchor has few contracts; the newest of them are asked whether something waits to be read. */
const ASKED = 5;

/** What the agency sent and the anchor has not answered: the first thing of the day. */
export function ContractsToRead() {
  const { data = [] } = useGetList<OwnContract>('contracts', {
    pagination: { page: 1, perPage: ASKED },
    sort: { field: 'id', order: 'DESC' },
  });
  return data.map(({ id }) => <ToRead key={id} contractId={id} />);
}

function ToRead({ contractId }: { contractId: number }) {
  const translate = useTranslate();
  const { data } = useGetOne<OwnContract>('contracts', { id: contractId });
  const version = data?.versions?.find(({ displayStage }) => displayStage === 'sent');
  if (!data || !version) return null;
  return (
    <Alert
      severity="info"
      sx={{ gridColumn: '1 / -1' }}
      action={
        <Button
          component={Link}
          to={`/contracts/${contractId}/versions/${version.id}/read`}
          variant="contained"
        >
          {translate('resources.portal.home.read')}
        </Button>
      }
    >
      {translate('resources.portal.home.toRead', { title: data.title, no: version.versionNo })}
    </Alert>
  );
}
