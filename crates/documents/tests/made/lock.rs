//! The oldest encryption of PDF, to make files that are locked.

const PADDING: [u8; 32] = [
    0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08,
    0x2E, 0x2E, 0x00, 0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
];

/// A PDF of one page with a line of text, locked with these passwords.
pub fn locked_pdf(text: &str, user: &str, owner: &str) -> Vec<u8> {
    let owned = rc4(&md5(&padded(owner))[..5], &padded(user));
    let seed = [&padded(user)[..], &owned, &(-4_i32).to_le_bytes(), &[0]].concat();
    let key = md5(&seed)[..5].to_vec();
    let check = rc4(&key, &PADDING);
    let mut content = format!("BT /F1 12 Tf 72 700 Td ({text}) Tj ET").into_bytes();
    let object_key = md5(&[&key[..], &[4, 0, 0, 0, 0]].concat());
    content = rc4(&object_key[..10], &content);
    let lock = format!(
        "/ID [<00><00>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <{}> /U <{}>>> /Root",
        hex(&owned),
        hex(&check)
    );
    let file = super::pdf_with(&content, "", &[]);
    let trailer = file.windows(7).rposition(|it| it == b"trailer").unwrap_or(0);
    let end = String::from_utf8_lossy(&file[trailer..]).replace("/Root", &lock);
    [&file[..trailer], end.as_bytes()].concat()
}

fn padded(password: &str) -> Vec<u8> {
    password.bytes().chain(PADDING).take(32).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: Vec<u8> = (0..=255).collect();
    let mut j = 0_usize;
    for i in 0..256 {
        j = (j + usize::from(state[i]) + usize::from(key[i % key.len()])) % 256;
        state.swap(i, j);
    }
    let (mut i, mut j) = (0_usize, 0_usize);
    let next = |byte: &u8| {
        i = (i + 1) % 256;
        j = (j + usize::from(state[i])) % 256;
        state.swap(i, j);
        byte ^ state[(usize::from(state[i]) + usize::from(state[j])) % 256]
    };
    bytes.iter().map(next).collect()
}

fn md5(bytes: &[u8]) -> [u8; 16] {
    const TURNS: [[u32; 4]; 4] =
        [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]];
    let mut message = bytes.to_vec();
    message.push(0x80);
    while message.len() % 64 != 56 {
        message.push(0);
    }
    message.extend((bytes.len() as u64 * 8).to_le_bytes());
    let mut sum: [u32; 4] = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476];
    for block in message.chunks_exact(64) {
        let words: Vec<u32> = block
            .chunks_exact(4)
            .map(|it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
            .collect();
        let [mut a, mut b, mut c, mut d] = sum;
        for i in 0..64_usize {
            let (mix, word) = match i / 16 {
                0 => ((b & c) | (!b & d), i),
                1 => ((d & b) | (!d & c), (5 * i + 1) % 16),
                2 => (b ^ c ^ d, (3 * i + 5) % 16),
                _ => (c ^ (b | !d), (7 * i) % 16),
            };
            let sine = (((i + 1) as f64).sin().abs() * 4_294_967_296.0) as u32;
            let turned = a.wrapping_add(mix).wrapping_add(sine).wrapping_add(words[word]);
            let next = b.wrapping_add(turned.rotate_left(TURNS[i / 16][i % 4]));
            (a, d, c, b) = (d, c, b, next);
        }
        for (part, add) in sum.iter_mut().zip([a, b, c, d]) {
            *part = part.wrapping_add(add);
        }
    }
    let mut digest = [0; 16];
    for (place, part) in digest.chunks_exact_mut(4).zip(sum) {
        place.copy_from_slice(&part.to_le_bytes());
    }
    digest
}
