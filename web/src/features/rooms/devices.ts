import {
  createLocalAudioTrack,
  createLocalVideoTrack,
  type LocalAudioTrack,
  type LocalVideoTrack,
  MediaDeviceFailure,
  VideoPresets,
} from 'livekit-client'

export type Trouble = 'denied' | 'missing' | 'busy' | 'insecure' | 'other'

/** What this device's owner chose last time; on this device only. */
export type Choices = {
  readonly isMicOn: boolean
  readonly isCameraOn: boolean
  readonly microphoneId: string
  readonly cameraId: string
}

const KEY = 'kolosok-call-choices'
const first: Choices = { isMicOn: true, isCameraOn: true, microphoneId: '', cameraId: '' }

export function readChoices(): Choices {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Choices>) }
  } catch {
    return first
  }
}

export function keepChoices(choices: Choices): void {
  localStorage.setItem(KEY, JSON.stringify(choices))
}

/** Why a device didn't come on, as far as the browser says. */
export function troubleOf(error: unknown): Trouble {
  if (!isSecure()) return 'insecure'
  const failure = MediaDeviceFailure.getFailure(error)
  return failure ? TROUBLES[failure] : 'other'
}

const TROUBLES: Record<MediaDeviceFailure, Trouble> = {
  [MediaDeviceFailure.PermissionDenied]: 'denied',
  [MediaDeviceFailure.NotFound]: 'missing',
  [MediaDeviceFailure.DeviceInUse]: 'busy',
  [MediaDeviceFailure.Other]: 'other',
}

const isSecure = (): boolean => 'mediaDevices' in navigator

export const canShareScreen = (): boolean => isSecure() && 'getDisplayMedia' in navigator.mediaDevices

const byId = (deviceId: string) => (deviceId === '' ? {} : { deviceId })

export const openMicrophone = (deviceId: string): Promise<LocalAudioTrack> =>
  createLocalAudioTrack({ ...byId(deviceId), echoCancellation: true, noiseSuppression: true, autoGainControl: true })

export const openCamera = (deviceId: string): Promise<LocalVideoTrack> =>
  createLocalVideoTrack({ ...byId(deviceId), resolution: VideoPresets.h720.resolution })

export type Device = { readonly id: string; readonly name: string }

/** Names are empty until the browser has given permission. */
export async function listDevices(kind: 'audioinput' | 'videoinput'): Promise<Device[]> {
  if (!isSecure()) return []
  const devices = await navigator.mediaDevices.enumerateDevices()
  return devices
    .filter((device) => device.kind === kind && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, name: label }))
}
