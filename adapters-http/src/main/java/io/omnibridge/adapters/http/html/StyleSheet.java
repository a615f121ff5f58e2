package io.omnibridge.adapters.http.html;

import io.omnibridge.domain.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The style sheet of all pages. Its path contains a part of its hash, so that browsers may keep it for ever.
 *
 * @param css the whole sheet; it refers to no other file
 * @param hash the first half of its SHA-256 as 32 hexadecimal digits
 */
public record StyleSheet(String css, String hash) {

    public static final StyleSheet CURRENT = load();

    /** The path, with the hash as its parameter. */
    public static final String TEMPLATE = "/ui/assets/{hash}/pages.css";

    private static final int HASH_LENGTH = 32;

    /** Returns the path of this sheet. */
    public String path() {
        return TEMPLATE.replace("{hash}", hash);
    }

    private static StyleSheet load() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("pages.css")) {
            String css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return new StyleSheet(css, HexFormat.of().formatHex(Sha256.of(css)).substring(0, HASH_LENGTH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
