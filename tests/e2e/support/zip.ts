// The smallest ZIP archive that is one: nothing compressed, for documents made at test time.

/** Packs texts under their names. */
export function zip(files: Record<string, string>) {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [Buffer.from(name), Buffer.from(text)];
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt32LE(crc32(body), 10);
    about.writeUInt32LE(body.length, 14);
    about.writeUInt32LE(body.length, 18);
    about.writeUInt16LE(path.length, 22);
    bodies.push(Buffer.from("PK\x03\x04"), about, path, body);

    const entry = Buffer.alloc(46);
    entry.write("PK\x01\x02", 0, "latin1");
    entry.writeUInt16LE(20, 4);
    about.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, path);
    offset += 4 + about.length + path.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const ending = Buffer.alloc(22);
  ending.write("PK\x05\x06", 0, "latin1");
  ending.writeUInt16LE(Object.keys(files).length, 8);
  ending.writeUInt16LE(Object.keys(files).length, 10);
  ending.writeUInt32LE(listed.length, 12);
  ending.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, listed, ending]);
}

function crc32(bytes: Buffer) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}
