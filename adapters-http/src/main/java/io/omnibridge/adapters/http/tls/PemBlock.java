package io.omnibridge.adapters.http.tls;

import io.omnibridge.domain.InvalidValue;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** One block of a PEM text (RFC 7468 §2). {@link #toString()} does not print the content. */
record PemBlock(String label, String body) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,64})-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** Returns all blocks in order. Text between them is ignored. */
    static List<PemBlock> readAll(String text) {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new PemBlock(block.group(1), block.group(2)))
                .toList();
    }

    /** Returns whether the block is encrypted, in PKCS#8 or in the older form with headers (RFC 1421 §4.6.1.1). */
    boolean isEncrypted() {
        return label.startsWith("ENCRYPTED") || body.contains("ENCRYPTED");
    }

    /**
     * Returns the decoded content.
     *
     * @throws InvalidValue with the message {@code rule} if the content is not Base64
     */
    byte[] der(String rule) {
        try {
            return Base64.getDecoder().decode(body.replaceAll("\\s", ""));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(rule);
        }
    }

    @Override
    public String toString() {
        return "PemBlock[" + label + ", redacted]";
    }
}
