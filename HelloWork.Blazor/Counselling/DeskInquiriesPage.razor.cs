using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Desk;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Common;
using HelloWork.Domain.Counselling;
using HelloWork.Domain.Desk;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>問い合わせ: what employers and seekers asked this office, those that wait first (CO-03, AP-04).</summary>
public sealed partial class DeskInquiriesPage(CurrentActor current, ListDeskInquiries read, FindDesk find, LiveWatch live, TimeProvider clock) : ComponentBase
{
    private DeskInquiries? list;
    private DeskItemKind? kind;
    private bool answered;
    private DateOnly today;

    /// <summary>inquiry, consultation or answered; otherwise all that wait.</summary>
    [SupplyParameterFromQuery] private string? Show { get; set; }

    [SupplyParameterFromQuery(Name = "page")] private int? PageNumber { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private Tab[] Kinds =>
    [
        new(T["Tab.Waiting"], "/desk/inquiries", kind is null && !answered, kind is null ? list!.Waiting : null),
        new(T["Tab.Inquiry"], "/desk/inquiries?show=inquiry", kind is DeskItemKind.Inquiry, kind is DeskItemKind.Inquiry ? list!.Waiting : null),
        new(T["Tab.Consultation"], "/desk/inquiries?show=consultation", kind is DeskItemKind.Consultation, kind is DeskItemKind.Consultation ? list!.Waiting : null),
        new(T["Tab.Answered"], "/desk/inquiries?show=answered", answered),
    ];

    protected override async Task OnInitializedAsync()
    {
        today = clock.TodayInJapan();
        (kind, answered) = Show switch
        {
            "inquiry" => (DeskItemKind.Inquiry, false),
            "consultation" => (DeskItemKind.Consultation, false),
            "answered" => ((DeskItemKind?)null, true),
            _ => (null, false),
        };
        var counselor = await current.CounselorAsync();
        await live.OnDeskAsync(find, counselor, Http?.RequestAborted ?? default);
        list = await read.RunAsync(new(counselor, kind, answered, PageNumber ?? 1), Http?.RequestAborted ?? default);
    }

    private static string AddressOf(DeskInquiryItem item) =>
        item.Kind is DeskItemKind.Consultation ? $"/desk/inquiries/consultations/{item.Record}" : $"/desk/inquiries/{item.Record}";
}
