import { applicationEndpoints, type ApplicationOrder, applicationOrder, pathOf, problemBody } from '@kolosok/contract'
import { ApiProblem, NoConnection } from '#lib/api.ts'

type Sending = { readonly token: string; readonly file: File; readonly onProgress: (percent: number) => void }

/** Uploads the order. `fetch` tells nothing of how far it is, so this is the older way. */
export function sendOrder({ token, file, onProgress }: Sending, signal: AbortSignal): Promise<ApplicationOrder> {
  const address = `${pathOf(applicationEndpoints.putOrder, { token })}?name=${encodeURIComponent(file.name)}`
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(Math.round((loaded / total) * 100))
    }
    request.onload = () => {
      try {
        const body: unknown = JSON.parse(request.responseText)
        if (request.status === 200) resolve(applicationOrder.parse(body))
        else reject(new ApiProblem(problemBody.parse(body)))
      } catch {
        reject(new NoConnection('The answer is not ours'))
      }
    }
    request.onerror = () => {
      reject(new NoConnection('The server can not be reached'))
    }
    request.onabort = () => {
      reject(new NoConnection('The upload was stopped'))
    }
    signal.addEventListener('abort', () => {
      request.abort()
    })
    request.send(file)
  })
}
