import { parentPort, workerData } from 'node:worker_threads'
import convert from 'heic-convert'

// Decoding takes a second of pure computing: on a thread of its own, so that nobody's message waits for it.
parentPort?.postMessage(await convert({ buffer: workerData as Uint8Array, format: 'JPEG', quality: 0.95 }))
