import { useQuery } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { HouseProvider } from '../shell/data-provider.ts';

export interface SealInForce {
  sampleId: number;
  batch: string;
  sealedOn: string;
}

/** The sealed sample a product is compared with now; null where there is none, undefined while asking. */
export function useSealInForce(productId: number | undefined) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['samples', 'in-force', productId],
    queryFn: async ({ signal }): Promise<SealInForce | null> => {
      const filter = { productId, sealState: 'sealed' };
      const [sample] = await provider.ask<{ id: number }[]>('/samples', { filter, range: '[0,0]' }, signal);
      return sample ? provider.ask<SealInForce>(`/samples/${sample.id}/seal`, undefined, signal) : null;
    },
    enabled: Boolean(productId),
    retry: false,
  });
}
