using System.Text;

namespace HelloWork.Blazor.Languages;

/// <summary>Holds an answer back if it is a page, which it shows with the first of its bytes; files and streams of every other kind pass as they come.</summary>
internal sealed class HeldPage(HttpResponse response, Stream browser) : Stream
{
    private readonly MemoryStream _page = new();
    private bool? _isPage;

    /// <summary>Null: it was no page.</summary>
    public string? Html => _isPage is true ? Encoding.UTF8.GetString(_page.GetBuffer(), 0, (int)_page.Length) : null;

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    private Stream Target => (_isPage ??= IsPage) ? _page : browser;

    private bool IsPage => response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true;

    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Target.WriteAsync(buffer, offset, count, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => Target.WriteAsync(buffer, cancellationToken);

    public override void Flush()
    {
        if (Passes)
            browser.Flush();
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Passes ? browser.FlushAsync(cancellationToken) : Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>What doesn't say yet what it is may become a page.</summary>
    private bool Passes => !(_isPage ?? (response.ContentType is null || IsPage));
}
