package io.omnibridge.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omnibridge.adapters.http.contract.ActualResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parses a response from the bytes that a connection received. */
final class ResponseParser {

    private ResponseParser() {}

    static ActualResponse parse(byte[] received) {
        String[] parts = new String(received, UTF_8).split("\r\n\r\n", 2);
        String[] lines = parts[0].split("\r\n");
        Map<String, List<String>> headers = Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(": ?", 2))
                .collect(Collectors.groupingBy(
                        field -> field[0], Collectors.mapping(field -> field[1], Collectors.toList())));
        return new ActualResponse(Integer.parseInt(lines[0].substring(9, 12)), headers, parts[1]);
    }
}
