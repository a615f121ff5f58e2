package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** One block of a PEM text (RFC 7468 §2). Its {@link #toString()} does not show what is in it. */
record PemBlock(String label, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** All blocks, in their order; whatever stands between them is a comment. */
    static List<PemBlock> readAll(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new PemBlock(block.group(1), block.group(2)))
                .toList();
    }

    /** Whether a passphrase is needed to read it, in PKCS#8 or in the older form with headers (RFC 1421 §4.6.1.1). */
    boolean isEncrypted() {
        return label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED");
    }

    /** @throws InvalidValue with {@code otherwise} if it is not Base64 */
    byte[] der(String otherwise) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(otherwise);
        }
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + ", redacted]";
    }
}
