const HERE = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** As somebody writes it who means nothing but this machine: what goes there crosses no net. */
export const isThisMachine = (host: string): boolean => HERE.has(host)
