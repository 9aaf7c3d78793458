import { z } from 'zod';

const whole = z.coerce.number({ error: 'is no number' }).int('is no whole number');

export const telemetrySettings = {
  /** 0 takes any free port; without it, nothing is counted. */
  METRICS_PORT: whole.min(0, 'is no port').max(65_535, 'is no port; ports end at 65535').optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
};

const TelemetrySettings = z.object(telemetrySettings);

export type Metering = NonNullable<ReturnType<typeof telemetryFrom>['metrics']>;

/** How a server can be watched. */
export function telemetryFrom(env: z.infer<typeof TelemetrySettings>) {
  return {
    /** Where its figures are; null for nowhere. */
    metrics:
      env.METRICS_PORT === undefined ? null : { port: env.METRICS_PORT, host: env.METRICS_HOST },
  };
}
