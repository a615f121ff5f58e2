package io.omnibridge.adapters.providers.scrub;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces tokens in a stream by as many {@code *} as they have bytes there: as they are, percent-encoded, with escapes of JSON, in any
 * mix of these, and in hexadecimal or base64 in any alignment. Chunks may end anywhere. It holds back what may become a token, so its
 * memory is bounded by the length of the tokens. Not thread-safe.
 */
public final class TokenMasker implements ByteFilter {

    private final TokenPatterns patterns;
    private final List<TokenView> views;
    private byte[] held = new byte[0];
    private long heldFrom;
    private long maskedUntil;
    private int count;
    private boolean isIdle = true;

    /** Creates a masker of what {@code patterns} find; any number of maskers can share them. */
    public TokenMasker(TokenPatterns patterns) {
        this.patterns = patterns;
        this.views = Stream.of(false, true)
                .flatMap(isUnescaped -> Stream.of(false, true)
                        .map(isDecoded -> new TokenView(patterns.automaton(), isUnescaped, isDecoded, this::mask)))
                .toList();
    }

    /** Returns a short text with its tokens masked. */
    public String mask(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(Bytes.concat(filter(bytes), finish()), StandardCharsets.UTF_8);
    }

    @Override
    public byte[] filter(byte[] chunk) {
        int before = held.length;
        held = Bytes.concat(held, chunk);
        for (int i = before; i < held.length; i++) {
            byte b = held[i];
            if (!isIdle || patterns.mayBeginWith(b)) {
                accept(b, heldFrom + i);
            }
        }
        long end = heldFrom + held.length;
        return release(
                views.stream().mapToLong(view -> view.undecidedSince(end)).min().orElse(end));
    }

    private void accept(byte b, long position) {
        for (TokenView view : views) {
            view.accept(b, position);
        }
        isIdle = true;
        for (TokenView view : views) {
            isIdle &= view.isIdle();
        }
    }

    private void mask(long start, long end) {
        Arrays.fill(held, (int) (start - heldFrom), (int) (end - heldFrom), (byte) '*');
        if (start >= maskedUntil) {
            count++;
        }
        maskedUntil = Math.max(maskedUntil, end);
    }

    private byte[] release(long until) {
        int length = (int) (until - heldFrom);
        byte[] released = Arrays.copyOf(held, length);
        held = Arrays.copyOfRange(held, length, held.length);
        heldFrom = until;
        return released;
    }

    @Override
    public byte[] finish() {
        return release(heldFrom + held.length);
    }

    /** Returns how many tokens were masked. */
    public int count() {
        return count;
    }
}
