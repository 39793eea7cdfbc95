/** A TCP proxy before a MySQL-protocol server that cuts a connection around its COMMIT. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** COM_QUERY with this text, as the driver sends it. */
const COMMIT = Buffer.from('\u0003COMMIT', 'latin1');

/**
 * `request`: the COMMIT never arrives. `answer`: it is carried out, its acknowledgement never arrives. `flight`: it is
 * sent, and the client is cut off at once, so that its next look may come before the commit is done.
 */
export type Cut = 'request' | 'answer' | 'flight';

/** Passes everything on until `cutNext`. */
export class CuttingProxy {
  /** How many connections were cut. */
  cuts = 0;
  private next: Cut | null = null;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(
    private readonly host: string,
    private readonly port: number,
  ) {
    this.server = createServer((client) => this.accept(client));
  }

  /** Listens on a free port of this machine. */
  static async before(host: string, port: number): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(host, port);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  /** Where to connect instead of the server. */
  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next COMMIT of any connection is cut; only that one. */
  cutNext(cut: Cut): void {
    this.next = cut;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private accept(client: Socket): void {
    const server = connect(this.port, this.host);
    const both = [client, server];
    let cut: Cut | null = null;
    for (const socket of both) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        both.forEach((one) => one.destroy());
        this.sockets.delete(socket);
      });
    }
    client.on('data', (data) => {
      cut ??= data.includes(COMMIT) ? this.taken() : null;
      if (cut === 'request') client.destroy();
      else server.write(data, () => cut === 'flight' && client.destroy());
    });
    server.on('data', (data) => (cut === 'answer' ? client.destroy() : client.write(data)));
  }

  private taken(): Cut | null {
    const cut = this.next;
    this.next = null;
    if (cut !== null) this.cuts += 1;
    return cut;
  }
}
