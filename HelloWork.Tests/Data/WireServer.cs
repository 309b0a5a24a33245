using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HelloWork.Tests.Data;

/// <summary>
/// The least of SQL Server's protocol (TDS 7.4) that a client signs in to, begins and ends transactions with and sends commands to. It
/// knows no SQL: every command is answered with no rows, or with the error a test has laid ready. So the real client runs, from
/// parameters to error numbers, without a server.
/// </summary>
internal sealed class WireServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _lock = new();
    private readonly List<string> _heard = [];
    private readonly Queue<int> _errors = [];
    private readonly Task _serving;

    public WireServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string ConnectionString =>
        $"Server=tcp:127.0.0.1,{((IPEndPoint)_listener.LocalEndpoint).Port};Database=portal;User ID=portal;Password=unused;Encrypt=False;Pooling=False;ConnectRetryCount=0";

    /// <summary>Texts of commands, and BEGIN, COMMIT, ROLLBACK, in their order.</summary>
    public IReadOnlyList<string> Heard
    {
        get { lock (_lock) return [.. _heard]; }
    }

    /// <summary>The next command that changes something is answered with this error.</summary>
    public void FailNextChange(params int[] numbers)
    {
        lock (_lock)
            foreach (var number in numbers)
                _errors.Enqueue(number);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        var clients = new List<Task>();
        try
        {
            while (true)
                clients.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
        }
        await Task.WhenAll(clients);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        try
        {
            while (await ReadAsync(stream) is var (kind, message))
                await AnswerAsync(stream, kind switch
                {
                    Packet.PreLogin => [0, 0, 11, 0, 6, 1, 0, 17, 0, 1, 0xFF, 16, 0, 0, 0, 0, 0, NoEncryption],
                    Packet.Login => LoginDone(),
                    Packet.Transaction => Transaction(message),
                    Packet.Procedure => Command(ProcedureText(message)),
                    Packet.Batch => Command(Encoding.Unicode.GetString(Body(message))),
                    _ => Done(0),
                });
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
        }
    }

    private const byte NoEncryption = 2;

    private enum Packet : byte
    {
        Batch = 1,
        Procedure = 3,
        Transaction = 14,
        Login = 16,
        PreLogin = 18,
    }

    private async Task<(Packet, byte[])?> ReadAsync(NetworkStream stream)
    {
        var header = new byte[8];
        var message = new MemoryStream();
        do
        {
            if (await stream.ReadAtLeastAsync(header, 8, throwOnEndOfStream: false, _stop.Token) < 8)
                return null;
            var part = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2)) - 8];
            await stream.ReadExactlyAsync(part, _stop.Token);
            message.Write(part);
        }
        while ((header[1] & 1) == 0);
        return ((Packet)header[0], message.ToArray());
    }

    private async Task AnswerAsync(NetworkStream stream, byte[] message)
    {
        byte[] header = [4, 1, 0, 0, 0, 0, 1, 0];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)(8 + message.Length));
        await stream.WriteAsync((byte[])[.. header, .. message], _stop.Token);
    }

    private byte[] Command(string text)
    {
        lock (_lock)
        {
            _heard.Add(text);
            var changes = text.Contains("INSERT", StringComparison.Ordinal) || text.Contains("UPDATE", StringComparison.Ordinal) || text.Contains("DELETE", StringComparison.Ordinal);
            return changes && _errors.TryDequeue(out var number) ? [.. Error(number), .. Done(2)] : Done(0);
        }
    }

    private byte[] Transaction(byte[] message)
    {
        var (what, change) = BinaryPrimitives.ReadUInt16LittleEndian(Body(message)) switch
        {
            5 => ("BEGIN", Token(0xE3, [8, 8, 1, 0, 0, 0, 0, 0, 0, 0, 0])),
            7 => ("COMMIT", Token(0xE3, [9, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0])),
            _ => ("ROLLBACK", Token(0xE3, [10, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0])),
        };
        lock (_lock)
            _heard.Add(what);
        return [.. change, .. Done(0)];
    }

    // The client encodes its parameters by the collation it is told here.
    private static byte[] LoginDone() =>
        [.. Token(0xE3, [7, 5, 0x09, 0x04, 0xD0, 0x00, 0x34, 0]), .. Token(0xAD, [1, 0x74, 0, 0, 4, .. Short("Microsoft SQL Server"), 16, 0, 0, 0]), .. Done(0)];

    private static byte[] Error(int number)
    {
        var content = new List<byte>(BitConverter.GetBytes(number)) { 1, 14 };
        const string text = "laid ready by a test";
        content.AddRange(BitConverter.GetBytes((ushort)text.Length));
        content.AddRange(Encoding.Unicode.GetBytes(text));
        return Token(0xAA, [.. content, .. Short("server"), .. Short(""), 1, 0, 0, 0]);
    }

    private static byte[] Done(byte status) => [0xFD, status, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Token(byte token, byte[] content) => [token, .. BitConverter.GetBytes((ushort)content.Length), .. content];

    private static byte[] Short(string text) => [(byte)text.Length, .. Encoding.Unicode.GetBytes(text)];

    /// <summary>What follows the headers that every request begins with.</summary>
    private static byte[] Body(byte[] message) => message[BinaryPrimitives.ReadInt32LittleEndian(message)..];

    /// <summary>The first parameter of sp_executesql: nvarchar, with its length or in pieces.</summary>
    private static string ProcedureText(byte[] message)
    {
        var body = Body(message).AsSpan();
        var procedure = BinaryPrimitives.ReadUInt16LittleEndian(body[2..]);
        var name = body[6];
        var type = body[(6 + 1 + 2 * name + 1)..];
        if (procedure != 10 || type[0] != 0xE7)
            throw new IOException($"Procedure {procedure} with a first parameter of type {type[0]:X} isn't understood here.");
        var value = type[8..];
        if (BinaryPrimitives.ReadUInt16LittleEndian(type[1..]) != 0xFFFF)
            return Encoding.Unicode.GetString(value.Slice(2, BinaryPrimitives.ReadUInt16LittleEndian(value)));
        var text = new StringBuilder();
        for (value = value[8..]; BinaryPrimitives.ReadInt32LittleEndian(value) is > 0 and var length; value = value[(4 + length)..])
            text.Append(Encoding.Unicode.GetString(value.Slice(4, length)));
        return text.ToString();
    }
}
