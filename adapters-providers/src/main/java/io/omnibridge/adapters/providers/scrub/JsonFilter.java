package io.omnibridge.adapters.providers.scrub;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Drops fields of a JSON document while it passes, by their place and by their value, and rewrites links. Everything else stays as
 * it was, byte for byte, and what comes out is JSON. It holds names, numbers and texts that may be URLs, each up to a bound, and no
 * other value. Not thread-safe.
 */
public final class JsonFilter implements ByteFilter {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final JsonRules rules;
    private final JsonNesting nesting;
    private final JsonOutput output = new JsonOutput();
    private final GrowingBytes scalar = new GrowingBytes();
    private @Nullable JsonName name;
    private @Nullable FilteredString string;
    private boolean hasBegun;
    private int dropped;

    public JsonFilter(JsonRules rules) {
        this.rules = rules;
        this.nesting = new JsonNesting(rules.removed());
    }

    @Override
    public byte[] filter(byte[] chunk) throws UnreadableResponse {
        for (byte b : chunk) {
            accept(b);
        }
        if (string != null && string.isPassing()) {
            output.write(string.take());
        }
        return output.take();
    }

    @Override
    public byte[] finish() throws UnreadableResponse {
        if (scalar.size() > 0) {
            endScalar();
        }
        if (hasBegun && !nesting.isDone()) {
            throw new UnreadableResponse("the JSON is not complete");
        }
        output.write();
        return output.take();
    }

    /** Returns how many fields were dropped or masked. */
    public int dropped() {
        return dropped;
    }

    private void accept(byte b) throws UnreadableResponse {
        hasBegun = true;
        if (name != null) {
            inName(b, name);
        } else if (string != null) {
            inString(b, string);
        } else if (scalar.size() > 0) {
            inScalar(b);
        } else if (JsonScalars.isWhiteSpace(b)) {
            output.defer(b);
        } else {
            structure(b);
        }
    }

    private void structure(byte b) throws UnreadableResponse {
        if ((b == '}' || b == ']') && nesting.takesEnd(b == '}')) {
            nesting.end();
            output.write(b);
            ended(true);
        } else if (b == '"' && nesting.takesName()) {
            name = new JsonName();
        } else if (b == ':' && nesting.takesColon()) {
            output.defer(b);
            nesting.colon();
        } else if (b == ',' && nesting.takesComma()) {
            comma(b);
        } else if (nesting.takesValue()) {
            value(b);
        } else {
            throw new UnreadableResponse("the JSON is malformed");
        }
    }

    /** A comma belongs to the value behind it, and needs one before it. */
    private void comma(byte b) throws UnreadableResponse {
        if (nesting.innermost().filter(it -> it.hasKept).isPresent()) {
            output.defer(b);
        }
        nesting.comma();
    }

    private void inName(byte b, JsonName current) throws UnreadableResponse {
        if (current.accept(b)) {
            name = null;
            output.defer(current.quoted());
            nesting.named(current.text());
        }
    }

    private void value(byte b) throws UnreadableResponse {
        boolean isCapability = nesting.member().filter(CapabilityUrls::isOne).isPresent();
        if (!output.isMuted() && (isCapability || nesting.isRemoved())) {
            output.mute(nesting.depth());
            dropped++;
        }
        if (b == '{' || b == '[') {
            output.write(b);
            nesting.begin(b == '{');
        } else if (b == '"') {
            string = new FilteredString(
                    nesting.member().filter(rules.linkFields()::contains).isPresent());
        } else {
            scalar.add(b);
        }
    }

    private void inString(byte b, FilteredString current) throws UnreadableResponse {
        if (!current.accept(b)) {
            return;
        }
        string = null;
        Optional<byte[]> rest = current.rest(rules);
        if (!output.isMuted()) {
            dropped += rest.isEmpty() ? 1 : current.masked();
        }
        if (rest.isPresent() || nesting.depth() == 0) {
            output.write(rest.orElse(NULL));
        }
        ended(rest.isPresent());
    }

    private void inScalar(byte b) throws UnreadableResponse {
        if (JsonScalars.isEnd(b)) {
            endScalar();
            accept(b);
            return;
        }
        scalar.add(b);
        if (scalar.size() > JsonScalars.MAX_LENGTH) {
            throw new UnreadableResponse("the JSON has a number that is too long");
        }
    }

    private void endScalar() throws UnreadableResponse {
        byte[] bytes = scalar.take();
        JsonScalars.check(bytes);
        output.write(bytes);
        ended(true);
    }

    /** Ends a value: it is kept, unless it was dropped itself or stands in something that is. */
    private void ended(boolean isKept) {
        boolean wasMuted = output.unmute(nesting.depth());
        if (isKept && !wasMuted) {
            nesting.innermost().ifPresent(it -> it.hasKept = true);
        } else if (!output.isMuted()) {
            output.forget();
        }
        nesting.valueEnded();
    }
}
