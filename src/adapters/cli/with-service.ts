/** Opens the service for one command and closes it, whatever happens. */
import type { OpenService, Workbench } from './workbench';

/** What the command makes of the service. */
export async function withService<Result>(
  workbench: Workbench,
  run: (service: OpenService) => Promise<Result>,
): Promise<Result> {
  const service = await workbench.open();
  try {
    return await run(service);
  } finally {
    await service.close();
  }
}
