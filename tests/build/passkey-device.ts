import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Options = {
  origin?: string
  rpId?: string
  /** Whether the person showed a finger, a face or the device's lock. */
  verified?: boolean
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const hex = (text: string) => Buffer.from(text, 'hex')
const here = () => new URL(process.env.AUTH_URL ?? 'http://localhost:3000')

/**
 * A device that makes and keeps one passkey, as WebAuthn Level 3 says (sections 6.1, 6.5 and 8.7): ES256, no statement about
 * the device. It does what it is told, also what no browser would do.
 */
export class PasskeyDevice {
  readonly id = randomBytes(16)
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  constructor(public counter = 0) {}

  /** The answer to "make a passkey". */
  make(challenge: string, options: Options = {}): string {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' })
    const coordinate = (value: string) => Buffer.from(value, 'base64url')
    const cose = Buffer.concat([hex('a5010203262001215820'), coordinate(x!), hex('225820'), coordinate(y!)])
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const data = Buffer.concat([this.data(0x40, options), Buffer.alloc(16), length, this.id, cose])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(data.length)
    // {"fmt": "none", "attStmt": {}, "authData": data}
    const attestationObject = Buffer.concat([
      hex('a363666d74646e6f6e656761747453746d74a0686175746844617461'),
      hex('59'),
      size,
      data,
    ])
    return this.answer({
      clientDataJSON: this.client('webauthn.create', challenge, options).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: ['internal'],
    })
  }

  /** The answer to "sign in". */
  sign(challenge: string, options: Options = {}): string {
    const client = this.client('webauthn.get', challenge, options)
    const data = this.data(0, options)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
    })
  }

  private client = (type: string, challenge: string, { origin = here().origin }: Options) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  private data(flags: number, { rpId = here().hostname, verified = true }: Options): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(rpId), Buffer.from([flags | 0x01 | (verified ? 0x04 : 0)]), counter])
  }

  private answer(response: Record<string, unknown>): string {
    const id = this.id.toString('base64url')
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}
