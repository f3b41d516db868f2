import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Figures for an operator, in Prometheus' text form. */
export const createMetrics = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'throughline_request_seconds',
      help: 'Time to answer, by call and outcome',
      labelNames: ['call', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1, 3],
      registers: [registry],
    }),
    failures: new Counter({
      name: 'throughline_delivery_failures_total',
      help: 'Deliveries that failed and will be tried again',
      labelNames: ['queue'],
      registers: [registry],
    }),
    listeners: new Gauge({
      name: 'throughline_live_screens',
      help: 'Screens that listen for changes',
      registers: [registry],
    }),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
