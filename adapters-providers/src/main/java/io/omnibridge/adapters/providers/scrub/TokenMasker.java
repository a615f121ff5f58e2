package io.omnibridge.adapters.providers.scrub;

import java.util.Arrays;
import java.util.List;

/**
 * Replaces tokens in a stream by as many {@code *} as they have bytes there: as they are, percent-encoded, with escapes of JSON, in any
 * mix of these, and in hexadecimal or base64 in any alignment. Chunks may end anywhere. It holds back what may become a token, so its
 * memory is bounded by the length of the tokens. For one stream; not thread-safe.
 */
public final class TokenMasker implements ByteFilter {

    private final TokenPatterns patterns;
    private final TokenView plain;

    /** The readings without an encoding; made when the first sign of one appears. */
    private List<TokenView> decoded = List.of();

    private byte[] held = new byte[0];
    private long heldFrom;
    private long maskedUntil;
    private int count;
    private boolean isIdle = true;
    private boolean isDecoding;

    /** Creates a masker of what {@code patterns} find; any number of maskers can share them. */
    public TokenMasker(TokenPatterns patterns) {
        this.patterns = patterns;
        this.plain = new TokenView(patterns.automaton(), false, false, this::mask);
    }

    @Override
    public byte[] filter(byte[] chunk) {
        int before = held.length;
        held = Bytes.concat(held, chunk);
        for (int i = before; i < held.length; i++) {
            if (!isIdle || mayBegin(i)) {
                accept(held[i], heldFrom + i);
            }
        }
        return release(undecidedSince(heldFrom + held.length));
    }

    private boolean mayBegin(int index) {
        return index + 1 < held.length
                ? patterns.mayBeginWith(held[index], held[index + 1])
                : patterns.mayBeginWith(held[index]);
    }

    /** Up to the first sign of an encoding, all readings are the same, and one is enough. */
    private void accept(byte b, long position) {
        if (!isDecoding && TokenPatterns.isSignOfEncoding(b)) {
            decoded = decoded.isEmpty() ? decodings() : decoded;
            decoded.forEach(view -> view.follow(plain));
            isDecoding = true;
        }
        plain.accept(b, position);
        isIdle = plain.isIdle();
        if (isDecoding) {
            for (TokenView view : decoded) {
                view.accept(b, position);
                isIdle &= view.isIdle();
            }
            isDecoding = !isIdle;
        }
    }

    private List<TokenView> decodings() {
        return List.of(
                new TokenView(patterns.automaton(), false, true, this::mask),
                new TokenView(patterns.automaton(), true, false, this::mask),
                new TokenView(patterns.automaton(), true, true, this::mask));
    }

    private long undecidedSince(long end) {
        long since = plain.undecidedSince(end);
        if (isDecoding) {
            for (TokenView view : decoded) {
                since = Math.min(since, view.undecidedSince(end));
            }
        }
        return since;
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
