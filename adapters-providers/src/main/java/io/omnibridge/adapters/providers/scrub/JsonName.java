package io.omnibridge.adapters.providers.scrub;

/** Name of a member while it is read, up to 64 KiB. Not thread-safe. */
final class JsonName {

    private static final int MAX_LENGTH = 64 * 1024;

    private final StringUnits units = new StringUnits();
    private final GrowingBytes quoted = new GrowingBytes();

    JsonName() {
        quoted.add((byte) '"');
    }

    /** Takes the next byte and returns whether the name ended. */
    boolean accept(byte b) throws UnreadableResponse {
        quoted.add(b);
        if (quoted.size() > MAX_LENGTH) {
            throw new UnreadableResponse("the JSON has a name that is too long");
        }
        return units.accept(b) == StringStep.END;
    }

    /** Returns the name as the document spells it, with its quotation marks. */
    byte[] quoted() {
        return quoted.copy();
    }

    /** Returns the name itself. */
    String text() throws UnreadableResponse {
        return JsonStrings.decode(quoted.copy());
    }
}
