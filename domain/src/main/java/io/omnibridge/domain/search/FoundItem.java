package io.omnibridge.domain.search;

import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One item that a source found. Its texts are other people's words: what cannot be seen is removed from them, and they are cut to
 * their maximum lengths.
 *
 * @param id the source's own id, 1 to {@value #MAX_ID} characters, enough to read the item later
 * @param title at most {@value #MAX_TITLE} characters; may be empty
 * @param snippet at most {@value #MAX_SNIPPET} characters
 * @param url where a person opens it: https, without credentials; empty if the source gave no such URL
 * @param author at most {@value #MAX_AUTHOR} characters
 * @param identity what is the same wherever the same thing is found, such as a file's id or a mail's {@code Message-ID}; empty if
 *     only its URL identifies it
 */
public record FoundItem(
        String id,
        ItemType type,
        String title,
        Optional<String> snippet,
        Optional<URI> url,
        Optional<String> author,
        Optional<Instant> updatedAt,
        Optional<String> mimeType,
        Optional<String> identity) {

    public static final int MAX_ID = 512;
    public static final int MAX_TITLE = 300;
    public static final int MAX_SNIPPET = 500;
    public static final int MAX_AUTHOR = 200;
    private static final int MAX_MIME_TYPE = 100;
    private static final int MAX_IDENTITY = 1_024;
    private static final int MAX_URL = 2_048;

    /** @throws InvalidValue if the id is empty or too long */
    public FoundItem {
        InvalidValue.unless(!id.isEmpty() && id.length() <= MAX_ID, "must be 1 to " + MAX_ID + " characters long");
        Objects.requireNonNull(type, "type");
        title = line(title, MAX_TITLE);
        snippet = snippet.map(it -> line(it, MAX_SNIPPET)).filter(it -> !it.isEmpty());
        url = url.filter(FoundItem::isOpenable);
        author = author.map(it -> line(it, MAX_AUTHOR)).filter(it -> !it.isEmpty());
        Objects.requireNonNull(updatedAt, "updatedAt");
        mimeType = mimeType.map(it -> line(it, MAX_MIME_TYPE)).filter(it -> !it.isEmpty());
        identity = identity.filter(it -> !it.isEmpty() && it.length() <= MAX_IDENTITY);
    }

    /** Returns one line of what can be seen, cut to {@code max} code points. */
    private static String line(String raw, int max) {
        String line = VisibleText.of(raw).text().replaceAll("[\\s\\p{Z}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= max ? line : line.substring(0, line.offsetByCodePoints(0, max));
    }

    private static boolean isOpenable(URI url) {
        return "https".equalsIgnoreCase(url.getScheme())
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && url.toString().length() <= MAX_URL;
    }
}
