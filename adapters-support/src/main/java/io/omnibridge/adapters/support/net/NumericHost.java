package io.omnibridge.adapters.support.net;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Rule for hosts that are an IPv4 address in numbers, in every spelling that {@code inet_aton} accepts. */
final class NumericHost {

    /** Resolvers differ on whether such a number is octal. */
    private static final Pattern AMBIGUOUS_NUMBER = Pattern.compile("0[0-9]+");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");
    private static final int MAX_PARTS = 4;

    private NumericHost() {}

    /** Returns whether a label, in lower case, is a number. */
    static boolean isNumber(String label) {
        return NUMBER.matcher(label).matches();
    }

    /** Returns whether the address is private, or none. The last number fills the bytes that the others leave. */
    static boolean isPrivate(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > MAX_PARTS) {
            return true;
        }
        BigInteger address = BigInteger.ZERO;
        for (int i = 0; i < parts.length; i++) {
            int bytes = i < parts.length - 1 ? 1 : MAX_PARTS - i;
            if (!isNumber(parts[i]) || AMBIGUOUS_NUMBER.matcher(parts[i]).matches()) {
                return true;
            }
            BigInteger number = number(parts[i]);
            if (number.bitLength() > bytes * Byte.SIZE) {
                return true;
            }
            address = address.shiftLeft(bytes * Byte.SIZE).or(number);
        }
        return PrivateAddress.isPrivateIpv4(address.longValueExact());
    }

    private static BigInteger number(String part) {
        if (part.startsWith("0x")) {
            return part.length() == 2 ? BigInteger.ZERO : new BigInteger(part.substring(2), 16);
        }
        return new BigInteger(part);
    }
}
