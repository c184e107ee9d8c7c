import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useGetOne } from 'react-admin';
import type { HouseProvider } from '../../shell/data-provider.ts';
import { type Inspection, isComparing, type SealFaces, type Unit } from '../inspection.ts';

/** How often a unit is asked for while its photos are being compared. */
const POLL_MS = 1500;

/** An inspection with the seal it is held against. */
export function useInspection(id: number) {
  const provider = useDataProvider<HouseProvider>();
  const { data: inspection, error } = useGetOne<Inspection>('inspections', { id }, { retry: false });
  const sampleId = inspection?.sampleId;
  const seal = useQuery({
    queryKey: ['samples', 'seal', sampleId],
    queryFn: ({ signal }) => provider.ask<SealFaces>(`/samples/${sampleId}/seal`, undefined, signal),
    enabled: sampleId !== undefined,
    retry: false,
  });
  return {
    inspection: inspection?.units ? inspection : undefined,
    seal: seal.data,
    error: error ?? seal.error,
  };
}

/** One unit, asked again while the worker compares its photos. */
export function useUnit(unitId: number) {
  const provider = useDataProvider<HouseProvider>();
  return useQuery({
    queryKey: ['inspections', 'unit', unitId],
    queryFn: ({ signal }) => provider.ask<Unit>(`/inspection-units/${unitId}`, undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.photos.some((photo) => photo.isLatest && isComparing(photo)) ? POLL_MS : false,
    retry: false,
  });
}
